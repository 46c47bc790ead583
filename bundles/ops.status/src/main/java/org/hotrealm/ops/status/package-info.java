/** A page for operators. */
@NullMarked
package org.hotrealm.ops.status;

import org.jspecify.annotations.NullMarked;
