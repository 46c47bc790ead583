/** Typed game content: monsters, skills, loot, items and zones, as one immutable set. */
@Export
@Version("2.0.0")
@NullMarked
package org.hotrealm.content.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
