/** OSGi log messages to SLF4J. */
@NullMarked
package org.hotrealm.ops.log;

import org.jspecify.annotations.NullMarked;
