/** One node without Redis. */
@NullMarked
package org.hotrealm.cluster.local;

import org.jspecify.annotations.NullMarked;
