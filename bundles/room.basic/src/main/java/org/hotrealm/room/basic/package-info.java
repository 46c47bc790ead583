/** Lobby, queue and relay: rooms that most games need, written as a third party would. */
@NullMarked
package org.hotrealm.room.basic;

import org.jspecify.annotations.NullMarked;
