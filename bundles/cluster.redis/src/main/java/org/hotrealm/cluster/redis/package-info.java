/** A cluster over Redis. */
@NullMarked
package org.hotrealm.cluster.redis;

import org.jspecify.annotations.NullMarked;
