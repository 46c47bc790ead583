/** Rooms, ticks and pins. */
@NullMarked
package org.hotrealm.room.engine;

import org.jspecify.annotations.NullMarked;
