package org.hotrealm.room.engine;

import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.StateView;
import org.hotrealm.state.schema.ViewSnapshot;
import org.jspecify.annotations.Nullable;

/** A seat of a room that stands still as data, and back. Room thread only. */
final class SeatParcel {

    private SeatParcel() {}

    /**
     * All there is to know of the seat.
     *
     * @param views numbers of what views hold; null for a room without state
     */
    static Payload write(RoomSeat seat, @Nullable ViewSnapshot views) {
        InputBuffer buffer = seat.buffer();
        StateView seen = seat.sight().existing();
        return Payload.map(
                "session",
                seat.sessionId(),
                "address",
                seat.address(),
                "origin",
                seat.pass().origin(),
                "auth",
                seat.pass().auth().bytes(),
                "data",
                seat.pass().data().bytes(),
                "options",
                seat.pass().options().bytes(),
                "token",
                seat.pass().token(),
                "status",
                seat.before().name(),
                "deadline",
                seat.connected() ? 0 : seat.deadline(),
                "dialect",
                seat.dialect().name(),
                "out",
                seat.out().park(),
                "inputs",
                buffer == null ? null : buffer.park(),
                "view",
                seen == null || views == null ? null : views.write(seen));
    }

    /**
     * The seat as it was, but for its view.
     *
     * @param patience until when its connection is expected back
     */
    static RoomSeat read(ActiveRoom room, Fields from, long patience) {
        Guest guest = new Guest(from.text("session"), from.payload("options"), from.payload("auth"));
        RoomSeat seat = new RoomSeat(
                room, from.text("session"), guest, from.text("address"), from.text("origin"), from.whole("deadline"));
        seat.pass().data(from.payload("data"));
        seat.out().resume(from.part("out"));
        seat.stands(
                from.of(SeatStatus.class, "status"),
                from.text("token"),
                from.of(Dialect.class, "dialect"),
                inputs(room, seat, from.perhapsPart("inputs")),
                patience);
        return seat;
    }

    private static @Nullable InputBuffer inputs(ActiveRoom room, RoomSeat seat, @Nullable Fields buffered) {
        RoomInputs taken = room.inputs();
        if (taken == null || buffered == null) {
            return null;
        }
        InputBuffer buffer = taken.buffer(seat);
        buffer.resume(buffered);
        return buffer;
    }
}
