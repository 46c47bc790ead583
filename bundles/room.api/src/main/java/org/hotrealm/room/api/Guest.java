package org.hotrealm.room.api;

import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom a room or a service reserves a seat.
 *
 * @param sessionId the identity to keep, such as that in another room; null for a new one
 * @param options what {@link RoomType#join} gets
 * @param auth what {@link Seat#auth()} gives
 */
public record Guest(@Nullable String sessionId, Payload options, Payload auth) {

    /** A new identity with these options. */
    public static Guest of(Payload options) {
        return new Guest(null, options, Payload.NONE);
    }
}
