/** What nodes share: presence, the directory of rooms and nodes, and calls from node to node. */
@Export
@Version("2.1.0")
@NullMarked
package org.hotrealm.cluster.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
