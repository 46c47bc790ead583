/** A measured room: a fixed amount of work, by which servers that speak the same protocol are compared. */
@NullMarked
package org.hotrealm.itests.arena;

import org.jspecify.annotations.NullMarked;
