/** Rooms, seats, maps and content for unit tests of room types and realm systems. */
@NullMarked
package org.hotrealm.realm.testkit;

import org.jspecify.annotations.NullMarked;
