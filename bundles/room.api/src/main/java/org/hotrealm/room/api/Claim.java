package org.hotrealm.room.api;

import org.jspecify.annotations.Nullable;

/**
 * A connection that wants its reserved or held seat.
 *
 * @param roomId the room
 * @param sessionId the seat
 * @param reconnectionToken the token of a client that comes back; null for a first join
 * @param authToken the token given with the connection, for {@link RoomType#admission()}; null for none
 */
public record Claim(
        String roomId,
        String sessionId,
        @Nullable String reconnectionToken,
        @Nullable String authToken) {}
