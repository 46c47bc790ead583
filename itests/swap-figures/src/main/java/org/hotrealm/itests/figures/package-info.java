/** A command for comparison: what OSGi does by itself. */
@NullMarked
package org.hotrealm.itests.figures;

import org.jspecify.annotations.NullMarked;
