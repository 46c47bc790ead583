/** Contract of clustering. */
@Export
@Version("1.0.0")
@NullMarked
package org.hotrealm.cluster.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
