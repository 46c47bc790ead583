package org.hotrealm.room.api;

/**
 * A client's place in a room seen from outside.
 *
 * @param room the room's id
 * @param session the client's identity in the room
 * @param address its network address when it asked for the seat; may be empty
 * @param state where it stands
 */
public record SeatInfo(String room, String session, String address, State state) {

    /** Where a seat stands. */
    public enum State {
        /** Kept for a client that has not connected. */
        RESERVED,
        /** Taken by a connected client. */
        CONNECTED,
        /** Kept for a client that lost its connection and may come back. */
        AWAY
    }
}
