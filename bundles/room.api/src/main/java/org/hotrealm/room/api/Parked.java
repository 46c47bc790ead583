package org.hotrealm.room.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Something attached to a room that can be put into bytes at a tick edge and made again from them. Room thread. */
@ConsumerType
public interface Parked {

    /** The whole of it: same parcel, same inputs, same next parcel. */
    Parcel park();
}
