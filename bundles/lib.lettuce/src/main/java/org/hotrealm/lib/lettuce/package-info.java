/** Netty's first use, by a bundle that stays. */
@NullMarked
package org.hotrealm.lib.lettuce;

import org.jspecify.annotations.NullMarked;
