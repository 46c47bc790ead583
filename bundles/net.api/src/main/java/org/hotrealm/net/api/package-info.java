/** Connections, frames and HTTP routes: what the transport gives to whatever speaks a protocol over it. */
@Export
@Version("1.1.0")
@NullMarked
package org.hotrealm.net.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
