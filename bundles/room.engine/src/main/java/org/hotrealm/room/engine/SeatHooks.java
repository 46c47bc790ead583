package org.hotrealm.room.engine;

import java.time.Duration;
import org.hotrealm.room.api.Admission;
import org.hotrealm.room.api.Held;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomPart;
import org.hotrealm.room.api.RoomType;
import org.jspecify.annotations.Nullable;

/** The hooks about one client: how it comes, drops, returns and leaves. Room thread only. */
final class SeatHooks {

    private final ActiveRoom room;
    private final HookCalls calls;

    SeatHooks(ActiveRoom room, HookCalls calls) {
        this.room = room;
        this.calls = calls;
    }

    @Nullable
    Admission admission() {
        RoomType now = calls.type();
        return now == null ? null : now.admission();
    }

    void join(RoomSeat seat, Payload options) throws RefusedException {
        calls.running().entered("join", "");
        Context.serve(seat.sessionId());
        try {
            for (RoomPart part : calls.parts()) {
                part.join(room.face(), seat.face(), options);
            }
            calls.required().join(room.face(), seat.face(), options);
        } finally {
            Context.served();
            calls.running().left();
        }
    }

    void reconnect(RoomSeat seat) {
        for (RoomPart part : calls.parts()) {
            calls.guard("reconnect", part.name(), () -> part.reconnect(room.face(), seat.face()));
        }
        RoomType now = calls.required();
        calls.guard("reconnect", "", () -> now.reconnect(room.face(), seat.face()));
    }

    /** How long the seat is kept. */
    Duration drop(RoomSeat seat) {
        Duration[] kept = {Held.NOT};
        RoomType now = calls.type();
        if (now != null) {
            calls.guard("drop", "", () -> kept[0] = now.drop(room.face(), seat.face()));
        }
        calls.eachPartBack("drop", part -> part.drop(room.face(), seat.face()));
        return kept[0];
    }

    void leave(RoomSeat seat, boolean consented) {
        RoomType now = calls.type();
        if (now != null) {
            calls.guard("leave", "", () -> now.leave(room.face(), seat.face(), consented));
        }
        calls.eachPartBack("leave", part -> part.leave(room.face(), seat.face(), consented));
    }
}
