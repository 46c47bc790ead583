package org.hotrealm.room.engine;

import java.util.Collection;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Encoded;
import org.hotrealm.state.schema.StateEncoder;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateSnapshot;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** Sends a room's state: each change is encoded once a tick for all who see it. Room thread only. */
final class Sync {

    private final StateEncoder encoder;

    private final Slow slow;
    private final TypeMeters meters;

    Sync(StateObject root, Slow slow, TypeMeters meters) {
        this.slow = slow;
        this.meters = meters;
        encoder = new StateEncoder(root);
        encoder.handshake(Dialect.V18);
    }

    /** The whole state; what clients miss of it by this they get in full. */
    byte[] park() {
        encoder.tick();
        return StateSnapshot.write(encoder.root());
    }

    StateObject root() {
        return encoder.root();
    }

    /**
     * The state types as this generation of clients reads them.
     *
     * @throws IllegalArgumentException when it has no words for one of the fields
     */
    byte[] handshake(Dialect dialect) {
        return encoder.handshake(dialect);
    }

    /**
     * One patch: to every active client what it sees of the tick's changes, then the full state to those that are ready for
     * it. In this order a joiner's snapshot holds nothing that it is sent again. A client whose line is congested gets
     * nothing, and in its time one message instead.
     */
    void send(Collection<RoomSeat> seats, Tick tick) {
        for (RoomSeat seat : seats) {
            look(seat, tick);
        }
        encoder.tick();
        for (RoomSeat seat : seats) {
            SeatLink link = seat.link();
            if (link == null) {
                continue;
            }
            if (seat.status() == SeatStatus.ACTIVE) {
                active(seat, link, tick);
            } else if (seat.status() == SeatStatus.READY) {
                Timed.state(seat, link, full(seat, link, seat.resync()), tick);
                seat.active();
            }
        }
    }

    /** Before the changes are encoded: who is congested now misses them. */
    private void look(RoomSeat seat, Tick tick) {
        SeatLink link = seat.link();
        Lag lag = seat.lag();
        if (link == null || seat.status() != SeatStatus.ACTIVE) {
            return;
        }
        if (lag != null) {
            lag.free(!link.congested());
        } else if (link.congested()) {
            seat.lag(new Lag(tick.number(), seat.sight().existing() == null ? encoder.arrears() : null));
        }
    }

    /** Its client is gone. */
    void forget(Lag lag) {
        if (lag.arrears() != null) {
            encoder.forget(lag.arrears());
        }
    }

    /** Its client is gone. */
    void forget(StateView view) {
        encoder.forget(view);
    }

    private void active(RoomSeat seat, SeatLink link, Tick tick) {
        Lag lag = seat.lag();
        if (lag == null) {
            patch(seat, link, tick);
        } else if (lag.free()) {
            catchUp(seat, link, lag, tick);
        } else {
            wait(seat, lag, tick);
        }
    }

    private void catchUp(RoomSeat seat, SeatLink link, Lag lag, Tick tick) {
        Encoded merged = lag.arrears() == null ? null : lag.arrears().settle();
        if (merged == null) {
            slow.resynced().increment();
            Timed.state(seat, link, full(seat, link, true), tick);
            seat.out().touched();
        } else {
            slow.merged().increment();
            Timed.patch(seat, link, merged, tick);
        }
        seat.lag(null);
    }

    private void wait(RoomSeat seat, Lag lag, Tick tick) {
        long waited = tick.number() - lag.since();
        if (waited == tick.ticks(slow.mergeMillis()) && lag.arrears() != null) {
            lag.arrears().lose();
        }
        if (waited == tick.ticks(slow.closeMillis())) {
            slow.closed().increment();
            seat.tooSlow("reads too slowly: congested for %d ms".formatted(slow.closeMillis()));
        }
    }

    private Encoded full(RoomSeat seat, SeatLink link, boolean again) {
        StateView view = seat.sight().existing();
        return view == null ? encoder.fullWithoutView(link.dialect(), again) : encoder.full(view, again);
    }

    private void patch(RoomSeat seat, SeatLink link, Tick tick) {
        @Nullable StateView view = seat.sight().existing();
        Encoded patch = view == null ? encoder.patch(link.dialect()) : encoder.patch(view);
        meters.patched(patch.length());
        Timed.patch(seat, link, patch, tick);
    }
}
