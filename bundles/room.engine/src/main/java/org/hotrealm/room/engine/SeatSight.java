package org.hotrealm.room.engine;

import org.hotrealm.state.schema.StateView;
import org.hotrealm.state.schema.ViewSnapshot;
import org.jspecify.annotations.Nullable;

/** What of the state a seat's client may see. Room thread only. */
final class SeatSight {

    private final ActiveRoom room;
    private final RoomSeat seat;
    private @Nullable StateView view;

    SeatSight(ActiveRoom room, RoomSeat seat) {
        this.room = room;
        this.seat = seat;
    }

    /** Its view, made at the first call; null for a room without state. */
    @Nullable
    StateView view() {
        if (view == null) {
            view = room.patches().newView(seat.dialect());
        }
        return view;
    }

    /** The view if one was asked for. */
    @Nullable
    StateView existing() {
        return view;
    }

    /** Gives it the view that it had. */
    void resume(ViewSnapshot views, byte[] kept) {
        view = views.read(kept, seat.dialect());
    }

    /** What only its client saw need not be told to anybody any more. */
    void end() {
        StateView before = view;
        if (before != null) {
            view = null;
            room.patches().forget(before);
        }
    }
}
