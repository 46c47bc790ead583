package org.hotrealm.room.api;

import java.time.Duration;

/** How long {@link RoomType#drop} keeps a seat. */
public final class Held {

    /** Until the client comes back or {@link Seat#release()} ends the seat. */
    public static final Duration UNTIL_RELEASED = Duration.ofDays(3650);

    /** Not at all: the client has left. */
    public static final Duration NOT = Duration.ZERO;

    private Held() {}
}
