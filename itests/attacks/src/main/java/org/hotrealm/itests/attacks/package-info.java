/** A room in which something happens all the time, for players that are attacked meanwhile. */
@NullMarked
package org.hotrealm.itests.attacks;

import org.jspecify.annotations.NullMarked;
