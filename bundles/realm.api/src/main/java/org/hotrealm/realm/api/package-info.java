/** The MMO world: its actors, drops, intents, effects and events, and the systems that run on it tick by tick. */
@Export
@Version("2.0.0")
@NullMarked
package org.hotrealm.realm.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
