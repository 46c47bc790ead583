/** Swapping bundles on a live node. */
@NullMarked
package org.hotrealm.ops.upgrade;

import org.jspecify.annotations.NullMarked;
