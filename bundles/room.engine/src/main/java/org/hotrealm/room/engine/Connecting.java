package org.hotrealm.room.engine;

import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;

/** Brings a connection to the thread of its room. Any thread. */
final class Connecting {

    private Connecting() {}

    static SeatInput connect(RoomTable rooms, Claim claim, SeatLink link) {
        ActiveRoom room = rooms.byId(claim.roomId());
        if (room == null) {
            if (rooms.dormitory().connectLater(claim, link)) {
                return NoSeat.INSTANCE;
            }
            // It may have gone on between the two looks.
            room = rooms.byId(claim.roomId());
        }
        if (room == null) {
            link.refused(RefusedException.EXPIRED, "seat reservation expired.");
            return NoSeat.INSTANCE;
        }
        try {
            room.requireResponsive();
        } catch (RefusedException e) {
            link.refused(e.code(), e.text());
            return NoSeat.INSTANCE;
        }
        SeatGate gate = new SeatGate(room, link);
        room.loop().post(new Entering(rooms, room, gate, claim));
        return gate;
    }

    /** On its way to the room's thread. */
    private record Entering(RoomTable rooms, ActiveRoom room, SeatGate gate, Claim claim) implements RoomLoop.Awaited {
        @Override
        public void run() {
            room.seatTable().entrance().connect(gate, claim.sessionId(), claim.reconnectionToken(), claim.authToken());
        }

        @Override
        public void tooLate() {
            gate.link().parked();
            gate.link().resumed(connect(rooms, claim, gate.link()));
        }
    }

    /** A connection that has its seat wants it again after a swap. */
    static void resume(RoomTable rooms, String roomId, String session, SeatLink link) {
        ActiveRoom room = rooms.byId(roomId);
        if (room == null && rooms.dormitory().resumeLater(roomId, session, link)) {
            return;
        }
        ActiveRoom back = room == null ? rooms.byId(roomId) : room;
        if (back == null) {
            link.close(ActiveRoom.COME_BACK, "the room is not here any more; come back");
        } else {
            SeatGate gate = new SeatGate(back, link);
            back.loop().post(() -> back.seatTable().entrance().resume(gate, session));
        }
    }
}
