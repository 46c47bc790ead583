package org.hotrealm.room.engine;

import java.util.Collection;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Encoded;
import org.hotrealm.state.schema.StateEncoder;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** Sends a room's state: each change is encoded once a tick for all who see it. Room thread only. */
final class Sync {

    private final StateEncoder encoder;

    Sync(StateObject root) {
        encoder = new StateEncoder(root);
        encoder.handshake(Dialect.V18);
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
     * it. In this order a joiner's snapshot holds nothing that it is sent again.
     */
    void send(Collection<RoomSeat> seats) {
        encoder.tick();
        for (RoomSeat seat : seats) {
            SeatLink link = seat.link();
            if (link == null) {
                continue;
            }
            if (seat.status() == RoomSeat.Status.ACTIVE) {
                patch(seat, link);
            } else if (seat.status() == RoomSeat.Status.READY) {
                link.state(full(seat, link));
                seat.active();
            }
        }
    }

    private Encoded full(RoomSeat seat, SeatLink link) {
        StateView view = seat.existingView();
        return view == null
                ? encoder.fullWithoutView(link.dialect(), seat.resync())
                : encoder.full(view, seat.resync());
    }

    private void patch(RoomSeat seat, SeatLink link) {
        @Nullable StateView view = seat.existingView();
        Encoded patch = view == null ? encoder.patch(link.dialect()) : encoder.patch(view);
        if (!patch.isEmpty()) {
            link.patch(patch);
            seat.touched();
        }
    }
}
