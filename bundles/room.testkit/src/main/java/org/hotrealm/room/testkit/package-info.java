/** Rooms and their clients for plain unit tests, run by the engine itself on the test's thread. */
@NullMarked
package org.hotrealm.room.testkit;

import org.jspecify.annotations.NullMarked;
