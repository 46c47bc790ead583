package org.hotrealm.room.engine;

import java.time.Duration;
import org.hotrealm.room.api.SeatLink;

/** How clients lose their connection and their seat. Room thread only. */
final class Departure {

    /** Below this a number of ticks is sure to fit; beyond it the seat is held without a limit. */
    private static final long LONGEST_HOLD_MILLIS = Duration.ofDays(20).toMillis();

    private final ActiveRoom room;
    private final Seats seats;

    Departure(ActiveRoom room, Seats seats) {
        this.room = room;
        this.seats = seats;
    }

    /** The client asked to leave. */
    void leave(RoomSeat seat, SeatLink link) {
        if (seat.link() == link) {
            end(seat, true, ActiveRoom.CONSENTED, "");
        }
    }

    /** The connection is gone without consent. */
    void dropped(RoomSeat seat, SeatLink link) {
        if (seat.link() == link) {
            lost(seat);
        }
    }

    /** There is no connection any more, and nobody has asked to leave. */
    void lost(RoomSeat seat) {
        seat.away(Long.MAX_VALUE);
        room.meters().lost();
        Duration kept = room.hooks().seats().drop(seat);
        if (seat.status() != SeatStatus.AWAY) {
            return;
        }
        if (kept.isZero() || kept.isNegative()) {
            end(seat, false, ActiveRoom.CONSENTED, "");
        } else {
            seat.away(deadline(kept));
            seats.count();
        }
    }

    private long deadline(Duration kept) {
        return kept.compareTo(Duration.ofMillis(LONGEST_HOLD_MILLIS)) > 0
                ? Long.MAX_VALUE
                : room.tick().number() + room.tick().ticks(kept.toMillis());
    }

    /** The client does not read what it is sent; it is treated as one that vanished. */
    void tooSlow(RoomSeat seat, SeatLink link, String reason) {
        if (seat.link() == link) {
            link.close(ActiveRoom.GOING_AWAY, reason);
            link.flush();
            dropped(seat, link);
        }
    }

    /** The server closes a client; the leave hook runs once the current hook is through. */
    void close(RoomSeat seat, int code, String reason) {
        SeatLink link = seat.link();
        if (seat.status() == SeatStatus.GONE) {
            return;
        }
        if (link != null) {
            link.close(code, reason);
            link.flush();
        }
        seat.away(Long.MAX_VALUE);
        room.loop().post(() -> end(seat, false, code, reason));
    }

    /** Ends the seat of a client that is away. */
    void release(RoomSeat seat) {
        if (seat.status() == SeatStatus.AWAY) {
            room.loop().post(() -> {
                if (seat.status() == SeatStatus.AWAY) {
                    end(seat, false, ActiveRoom.CONSENTED, "");
                }
            });
        }
    }

    /** The seat is over: the hook, the connection, the place in the room. */
    void end(RoomSeat seat, boolean consented, int code, String reason) {
        if (seat.status() == SeatStatus.GONE) {
            return;
        }
        boolean joined = seat.joined();
        SeatLink link = seat.link();
        if (joined) {
            room.hooks().seats().leave(seat, consented);
        } else {
            room.host().limits().seatTaken(seat.address(), room, seat.sessionId());
        }
        seat.gone();
        seats.remove(seat);
        if (link != null) {
            link.close(code, reason);
            link.flush();
        }
    }
}
