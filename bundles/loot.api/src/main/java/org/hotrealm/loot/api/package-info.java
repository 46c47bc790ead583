/** What a third party implements to change what monsters drop. */
@Export
@Version("1.0.0")
@NullMarked
package org.hotrealm.loot.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
