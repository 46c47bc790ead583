package org.hotrealm.room.api;

import org.jspecify.annotations.Nullable;

/**
 * A client that has connected to its reserved seat.
 *
 * @param roomId the room
 * @param sessionId the seat
 * @param options what the client gave when it asked for the seat
 * @param auth what {@link RoomType#authenticate} returned then
 * @param token the token of the connection's address ({@code _authToken}), or null
 */
public record Visitor(
        String roomId,
        String sessionId,
        Payload options,
        Payload auth,
        @Nullable String token) {}
