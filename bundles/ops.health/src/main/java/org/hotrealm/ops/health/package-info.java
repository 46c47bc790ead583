/** Health checks. */
@NullMarked
package org.hotrealm.ops.health;

import org.jspecify.annotations.NullMarked;
