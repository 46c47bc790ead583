package org.hotrealm.room.engine;

/** Where a seat stands. */
enum SeatStatus {
    /** Kept for a client that has not connected. */
    RESERVED,
    /** Connected, while the room's type decides whether it may come in. */
    ADMITTING,
    /** Connected, the full state not sent. */
    JOINING,
    /** Connected and ready for the full state, which goes out with the next patch. */
    READY,
    /** Connected, gets patches. */
    ACTIVE,
    /** Connected before the room stood still; the connection has not come back yet. */
    RESUMING,
    /** Disconnected, kept for its client's return. */
    AWAY,
    /** Ended. */
    GONE
}
