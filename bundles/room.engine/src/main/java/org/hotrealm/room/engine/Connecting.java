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
        room.loop()
                .post(() -> room.seatTable()
                        .entrance()
                        .connect(gate, claim.sessionId(), claim.reconnectionToken(), claim.authToken()));
        return gate;
    }
}
