package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** When a room's state goes out, and what has to wait until it has. Room thread only. */
final class Patches {

    private final ActiveRoom room;
    private final List<Waiting> after = new ArrayList<>();
    private @Nullable Sync sync;
    private int everyTicks;
    private boolean wanted;

    Patches(ActiveRoom room, int everyTicks) {
        this.room = room;
        this.everyTicks = everyTicks;
    }

    void begin(StateObject root) {
        sync = new Sync(root, room.host().slow(), room.meters());
    }

    /**
     * What waits for the next patch. Changes that clients have not heard of are passed over: whoever is connected gets a full
     * state after the room has gone on.
     */
    Payload park() {
        List<Payload> waiting = new ArrayList<>();
        after.forEach(one -> waiting.add(Texts.of(one.message).with("session", one.seat.sessionId())));
        byte[] state = sync == null ? null : sync.park();
        return Payload.map("every", everyTicks, "wanted", wanted, "after", waiting, "state", state);
    }

    void resume(Fields from) {
        everyTicks = from.integer("every");
        wanted = from.flag("wanted");
        for (Fields one : from.parts("after")) {
            RoomSeat seat = room.seatTable().find(one.text("session"));
            if (seat != null) {
                after.add(new Waiting(seat, Texts.message(one)));
            }
        }
    }

    void every(int ticks) {
        if (ticks < 0) {
            throw new IllegalArgumentException("a patch every %d ticks: 0 for none, or 1 and more".formatted(ticks));
        }
        everyTicks = ticks;
    }

    /** Sends a patch at the end of this turn. */
    void want() {
        wanted = true;
    }

    /**
     * Somebody waits for the full state. It goes out with the next patch that is due: one between two ticks would go to
     * everybody, and who joins and leaves without pause would set the pace. Where none is ever due, it goes at once.
     */
    void joined() {
        if (everyTicks == 0) {
            want();
        }
    }

    void ticked(Tick tick) {
        if (everyTicks > 0 && tick.number() % ((long) everyTicks * room.ladder().patchesIn()) == 0) {
            send();
        }
    }

    void turnEnded() {
        if (wanted) {
            send();
        }
    }

    private void send() {
        wanted = false;
        Sync to = sync;
        if (to != null) {
            room.hooks().beforePatch();
            try {
                to.send(room.seatTable().all(), room.tick());
            } catch (RuntimeException | Error e) {
                room.failed("patch", e);
            }
        }
        if (!after.isEmpty()) {
            List<Waiting> now = List.copyOf(after);
            after.clear();
            now.forEach(one -> one.seat.out().deliver(one.message));
        }
    }

    /** Keeps a message until the next patch is out. */
    void after(RoomSeat seat, Message message) {
        after.add(new Waiting(seat, message));
    }

    @Nullable
    StateObject root() {
        return sync == null ? null : sync.root();
    }

    boolean hasState() {
        return sync != null;
    }

    /** The state types for a client, or null for a room without state; refused where the client could not read them. */
    byte @Nullable [] handshake(Dialect dialect) throws RefusedException {
        Sync from = sync;
        try {
            return from == null ? null : from.handshake(dialect);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    RefusedException.APPLICATION_ERROR,
                    "this room needs a client of 0.18 or later: %s".formatted(e.getMessage()));
        }
    }

    /** Ends the merging of what a client missed. */
    void forget(Lag lag) {
        if (sync != null) {
            sync.forget(lag);
        }
    }

    /** Ends a view whose client is gone. */
    void forget(StateView view) {
        if (sync != null) {
            sync.forget(view);
        }
    }

    @Nullable
    StateView newView(Dialect dialect) {
        return sync == null ? null : new StateView(dialect);
    }

    private record Waiting(RoomSeat seat, Message message) {}
}
