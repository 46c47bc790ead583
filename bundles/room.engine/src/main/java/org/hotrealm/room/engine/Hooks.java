package org.hotrealm.room.engine;

import java.util.List;
import org.hotrealm.room.api.Admission;
import org.hotrealm.room.api.Held;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.ParkedRoom;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomPart;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Step;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/**
 * Calls a room's type and its parts, and keeps what they throw from doing harm. The only place, beside the bindings, where
 * a room holds objects of its behaviours. Room thread only, but for {@link #bound}.
 */
final class Hooks {

    private final ActiveRoom room;
    private @Nullable RoomType type;
    private List<RoomPart> parts = List.of();
    private volatile @Nullable Messages messages;
    private long steps;
    private final Running running;

    Hooks(ActiveRoom room) {
        this.room = room;
        this.running = new Running(room);
    }

    /** Takes a version of the room's type; throws, and changes nothing, where its messages or parts are not right. */
    void bind(Binding binding) {
        RoomType next = (RoomType) binding.service();
        List<RoomPart> nextParts = List.copyOf(next.parts());
        Messages all = next.messages();
        for (RoomPart part : nextParts) {
            all = all.and(part.messages());
        }
        type = next;
        parts = nextParts;
        messages = all;
    }

    /** Lets go of the type. */
    void unbind() {
        type = null;
        parts = List.of();
        messages = null;
    }

    /** Whether the room's type is there. */
    boolean bound() {
        return messages != null;
    }

    @Nullable
    Messages messages() {
        return messages;
    }

    @Nullable
    Admission admission() {
        RoomType now = type;
        return now == null ? null : now.admission();
    }

    /** What of it runs just now. */
    Running running() {
        return running;
    }

    @Nullable
    StateObject create(Payload options) throws RefusedException {
        running.entered("create", "");
        try {
            for (RoomPart part : parts) {
                part.create(room.face(), options);
            }
            return required().create(room.face(), options);
        } finally {
            running.left();
        }
    }

    /** Whether somebody can make this again; what throws cannot. */
    boolean restores(Class<?> key, Parcel parcel) {
        boolean[] can = {false};
        for (RoomPart part : parts) {
            guard("restores", part.name(), () -> can[0] |= part.restores(key, parcel));
        }
        RoomType now = required();
        guard("restores", "", () -> can[0] |= now.restores(key, parcel));
        return can[0];
    }

    /** Makes the room again that stood still. */
    @Nullable
    StateObject restore(ParkedRoom from) throws RefusedException {
        running.entered("restore", "");
        try {
            for (RoomPart part : parts) {
                part.restore(room.face(), from);
            }
            return required().restore(room.face(), from);
        } finally {
            running.left();
        }
    }

    long steps() {
        return steps;
    }

    void steps(long run) {
        steps = run;
    }

    void join(RoomSeat seat, Payload options) throws RefusedException {
        running.entered("join", "");
        Context.serve(seat.sessionId());
        try {
            for (RoomPart part : parts) {
                part.join(room.face(), seat.face(), options);
            }
            required().join(room.face(), seat.face(), options);
        } finally {
            Context.served();
            running.left();
        }
    }

    void reconnect(RoomSeat seat) {
        eachPart("reconnect", part -> part.reconnect(room.face(), seat.face()));
        RoomType now = required();
        guard("reconnect", "", () -> now.reconnect(room.face(), seat.face()));
    }

    /** How long the seat is kept. */
    java.time.Duration drop(RoomSeat seat) {
        java.time.Duration[] kept = {Held.NOT};
        RoomType now = type;
        if (now != null) {
            guard("drop", "", () -> kept[0] = now.drop(room.face(), seat.face()));
        }
        eachPart("drop", part -> part.drop(room.face(), seat.face()));
        return kept[0];
    }

    void leave(RoomSeat seat, boolean consented) {
        RoomType now = type;
        if (now != null) {
            guard("leave", "", () -> now.leave(room.face(), seat.face(), consented));
        }
        eachPart("leave", part -> part.leave(room.face(), seat.face(), consented));
    }

    /** Timers, steps, parts and the type's own tick. */
    void tick(Tick tick, int subSteps) {
        RoomType now = type;
        if (now == null) {
            return;
        }
        room.face().timers().due(tick.number(), this::timer);
        for (int i = 0; i < parts.size(); i++) {
            RoomPart part = parts.get(i);
            guard("tick", part.name(), () -> part.tick(room.face(), tick));
        }
        running.entered("tick", "");
        try {
            for (int i = 0; i < subSteps; i++) {
                now.step(room.face(), new Step(++steps, i, tick.seconds() / subSteps));
            }
            now.tick(room.face(), tick);
        } catch (Exception | Error e) {
            room.failed("tick", e);
        } finally {
            running.left();
        }
    }

    void timer(Parcel parcel) {
        for (int i = 0; i < parts.size(); i++) {
            RoomPart part = parts.get(i);
            boolean[] taken = {false};
            guard("timer", parcel.kind(), () -> taken[0] = part.timer(room.face(), parcel));
            if (taken[0]) {
                return;
            }
        }
        RoomType now = type;
        if (now != null) {
            guard("timer", parcel.kind(), () -> now.timer(room.face(), parcel));
        }
    }

    /** Throws what the hook throws: an input that was not looked at must not be used. */
    void sanitise(RoomSeat seat, StateObject input) {
        running.entered("sanitise", "");
        try {
            required().sanitise(room.face(), seat.face(), input);
        } finally {
            running.left();
        }
    }

    void beforePatch() {
        RoomType now = type;
        if (now == null) {
            return;
        }
        running.entered("beforePatch", "");
        try {
            now.beforePatch(room.face());
        } catch (Exception | Error e) {
            room.failed("beforePatch", e);
        } finally {
            running.left();
        }
    }

    Payload called(String method, Payload arguments) throws RefusedException {
        running.entered("call", method);
        try {
            return required().called(room.face(), method, arguments);
        } catch (RefusedException e) {
            throw e;
        } catch (Exception | Error e) {
            room.failed("call " + method, e);
            throw new RefusedException(
                    RefusedException.UNHANDLED, "room \"%s\" failed to answer \"%s\"".formatted(room.id(), method));
        } finally {
            running.left();
        }
    }

    void rebound(Pin to, @Nullable Pin from) {
        RoomType now = type;
        if (now != null) {
            guard("rebound", "", () -> now.rebound(room.face(), to, from));
        }
    }

    void shutdown() {
        RoomType now = type;
        if (now != null) {
            guard("shutdown", "", () -> now.shutdown(room.face()));
        }
        eachPart("shutdown", part -> part.shutdown(room.face()));
    }

    void dispose() {
        RoomType now = type;
        if (now != null) {
            guard("dispose", "", () -> now.dispose(room.face()));
        }
        eachPart("dispose", part -> part.dispose(room.face()));
    }

    /** Tells the type of a failure; one in that very hook is only counted. */
    void failed(String hook, Throwable error) {
        RoomType now = type;
        if (now == null) {
            return;
        }
        try {
            now.failed(room.face(), hook, error);
        } catch (Exception | Error e) {
            error.addSuppressed(e);
        }
    }

    private void eachPart(String hook, PartCall call) {
        for (RoomPart part : "reconnect".equals(hook) ? parts : parts.reversed()) {
            guard(hook, part.name(), () -> call.on(part));
        }
    }

    private void guard(String hook, String of, Call call) {
        String outerHook = running.hook();
        String outerDetail = running.detail();
        running.entered(hook, of);
        try {
            call.run();
        } catch (Exception | Error e) {
            room.failed(of.isEmpty() ? hook : hook + " " + of, e);
        } finally {
            running.entered(outerHook, outerDetail);
        }
    }

    private RoomType required() {
        RoomType now = type;
        if (now == null) {
            throw new IllegalStateException("room type '%s' is missing: no bundle provides it".formatted(room.type()));
        }
        return now;
    }

    private interface Call {
        void run() throws Exception;
    }

    private interface PartCall {
        void on(RoomPart part) throws Exception;
    }
}
