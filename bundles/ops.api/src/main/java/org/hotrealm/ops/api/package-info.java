/** What operators' tools share: the operation that swaps a bundle on a live node, features, refused settings, and the log. */
@Export
@Version("2.2.0")
@NullMarked
package org.hotrealm.ops.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
