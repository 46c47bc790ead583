/** What stores what players earn, so that it outlives the server. */
@Export
@Version("1.0.0")
@NullMarked
package org.hotrealm.progress.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
