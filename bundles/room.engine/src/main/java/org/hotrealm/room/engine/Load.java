package org.hotrealm.room.engine;

import org.hotrealm.room.api.Overload;
import org.hotrealm.room.api.RefusedException;

/** What all rooms of the node take of its workers. Any thread. */
final class Load {

    /** With more than this taken another room would take its time from those that are here. */
    private static final double FULL = 0.8;
    /** The rest is for those who come into rooms that are here, up to this. */
    private static final double CROWDED = 0.9;

    private final RoomTable rooms;
    private final int workers;

    Load(RoomTable rooms, int workers) {
        this.rooms = rooms;
        this.workers = workers;
    }

    Overload now() {
        int highest = 0;
        int above = 0;
        int fresh = 0;
        int known = 0;
        double taken = 0;
        for (ActiveRoom room : rooms.all()) {
            int rung = room.ladder().rung();
            double its = room.ladder().load();
            highest = Math.max(highest, rung);
            above += rung > 0 ? 1 : 0;
            fresh += its < 0 ? 1 : 0;
            known += its < 0 ? 0 : 1;
            taken += Math.max(0, its);
        }
        // What has just begun will take as much as the others do: so much is not there for one more.
        double expected = known == 0 ? 0 : fresh * taken / known;
        return new Overload(highest, above, taken / workers, (taken + expected) / workers >= FULL);
    }

    /** A client's request for a new room; those of the server itself are always heard. */
    void requireRoom(String address) throws RefusedException {
        if (!address.isEmpty() && now().refusing()) {
            throw new RefusedException(
                    RefusedException.UNAVAILABLE,
                    "this server is overloaded and opens no more rooms until it keeps up again; try again in a moment");
        }
    }

    /** A client's request for a seat in a room that is here. */
    void requireSeat(String address) throws RefusedException {
        if (!address.isEmpty() && now().load() >= CROWDED) {
            throw new RefusedException(
                    RefusedException.UNAVAILABLE,
                    "this server is overloaded and lets nobody in until it keeps up again; try again in a moment");
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
