/** The room state that clients mirror: declared as data, changed in place, encoded once a tick for any number of viewers. */
@Export
@Version("2.0.0")
@NullMarked
package org.hotrealm.state.schema;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
