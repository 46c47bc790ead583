/** What a room author, the room engine and the network layer agree on: rooms, seats, ticks, behaviours and their pins. */
@Export
@Version("2.2.0")
@NullMarked
package org.hotrealm.room.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
