/** The world that owns all state. */
@NullMarked
package org.hotrealm.realm.world;

import org.jspecify.annotations.NullMarked;
