/** Contract of rooms. */
@Export
@Version("1.0.0")
@NullMarked
package org.hotrealm.room.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
