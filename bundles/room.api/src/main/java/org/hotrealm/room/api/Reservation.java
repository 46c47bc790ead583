package org.hotrealm.room.api;

import org.jspecify.annotations.Nullable;

/**
 * A seat kept for a client that is about to connect.
 *
 * @param name the room type's name
 * @param roomId the room
 * @param sessionId the client's identity in that room
 * @param processId the node the room runs on
 * @param publicAddress {@code host:port} of that node where it is not the one asked; null otherwise
 * @param reconnectionToken set where the reservation resumes a held seat
 */
public record Reservation(
        String name,
        String roomId,
        String sessionId,
        String processId,
        @Nullable String publicAddress,
        @Nullable String reconnectionToken) {

    /** The reservation as clients take it: what the SDK's {@code consumeSeatReservation} wants. */
    public Payload payload() {
        Payload seat = Payload.map("name", name, "sessionId", sessionId, "roomId", roomId, "processId", processId);
        seat = publicAddress == null ? seat : seat.with("publicAddress", publicAddress);
        return reconnectionToken == null ? seat : seat.with("reconnectionToken", reconnectionToken);
    }
}
