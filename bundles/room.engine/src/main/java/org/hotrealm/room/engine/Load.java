package org.hotrealm.room.engine;

import org.hotrealm.room.api.Overload;
import org.hotrealm.room.api.RefusedException;

/** What all rooms of the node take of its workers. Any thread. */
final class Load {

    /** With more than this taken another room would take its time from those that are here. */
    private static final double FULL = 0.8;

    private final RoomTable rooms;
    private final int workers;

    Load(RoomTable rooms, int workers) {
        this.rooms = rooms;
        this.workers = workers;
    }

    Overload now() {
        int highest = 0;
        int above = 0;
        double taken = 0;
        for (ActiveRoom room : rooms.all()) {
            int rung = room.ladder().rung();
            highest = Math.max(highest, rung);
            above += rung > 0 ? 1 : 0;
            taken += room.ladder().load();
        }
        double load = taken / workers;
        return new Overload(highest, above, load, highest >= Ladder.SPARSE && load >= FULL);
    }

    /** A client's request for a new room; those of the server itself are always heard. */
    void requireRoom(String address) throws RefusedException {
        if (!address.isEmpty() && now().refusing()) {
            throw new RefusedException(
                    RefusedException.UNAVAILABLE,
                    "this server is overloaded and opens no more rooms until it keeps up again; try again in a moment");
        }
    }

    /** What a room on this rung gives up, for people. */
    static String given(int rung) {
        return switch (rung) {
            case 0 -> "nothing is given up";
            case Ladder.SPARED -> "minds that nobody sees are spared";
            case Ladder.SPARSE -> "patches go out half as often and nobody new is let in";
            default -> "its clock runs slower";
        };
    }
}
