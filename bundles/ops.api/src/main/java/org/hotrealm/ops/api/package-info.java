/** What the shell, the HTTP port and the deploy folder share: the operation that swaps a bundle on a live node. */
@Export
@Version("2.1.0")
@NullMarked
package org.hotrealm.ops.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
