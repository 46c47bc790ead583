package org.hotrealm.room.engine;

import org.hotrealm.room.api.RefusedException;

/** The client address that a room was made for, and what counts there because of it. */
final class Maker {

    private final ActiveRoom room;
    private volatile String address = "";
    /** Nobody has joined yet. */
    private volatile boolean awaited;

    Maker(ActiveRoom room) {
        this.room = room;
    }

    /**
     * Before the room begins: it counts for this address from now on.
     *
     * @param by empty for the server itself
     * @throws RefusedException where the address has too many
     */
    void made(String by) throws RefusedException {
        room.host().limits().roomMade(by, room);
        address = by;
        awaited = !by.isEmpty();
    }

    /** Somebody has joined. */
    void joined() {
        if (awaited) {
            awaited = false;
            room.host().limits().roomJoined(address, room);
        }
    }

    /** The room is over, or never began. */
    void ended() {
        awaited = false;
        room.host().limits().roomEnded(address, room);
    }

    /** Whom it waits for; empty as soon as somebody has joined. */
    String awaited() {
        return awaited ? address : "";
    }

    String address() {
        return address;
    }

    /** Counts again after a swap. Parcels of versions that knew only who was waited for have nothing else. */
    void resume(Fields from) {
        String waitedFor = from.text("madeFor");
        address = from.text("maker", waitedFor);
        awaited = !waitedFor.isEmpty();
        room.host().limits().roomBack(address, room, awaited);
    }
}
