package org.hotrealm.room.engine;

import org.hotrealm.room.api.SeatLink;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Encoded;
import org.jspecify.annotations.Nullable;

/** Hands state to a link, with the room's time and the last input taken where the client sends inputs. */
final class Timed {

    private Timed() {}

    static void state(RoomSeat seat, SeatLink link, Encoded full, Tick tick) {
        InputBuffer inputs = inputs(seat, link);
        if (inputs == null) {
            link.state(full);
        } else {
            link.state(full, tick.millis(), inputs.sequence());
        }
    }

    /** A client that sends inputs gets a patch each time, empty or not: its clock lives on it. */
    static void patch(RoomSeat seat, SeatLink link, Encoded patch, Tick tick) {
        InputBuffer inputs = inputs(seat, link);
        if (inputs != null) {
            link.patch(patch, tick.millis(), inputs.sequence());
            seat.out().touched();
        } else if (!patch.isEmpty()) {
            link.patch(patch);
            seat.out().touched();
        }
    }

    private static @Nullable InputBuffer inputs(RoomSeat seat, SeatLink link) {
        return link.dialect() == Dialect.V18 ? seat.buffer() : null;
    }
}
