package org.hotrealm.room.engine;

import java.util.List;
import java.util.function.BiConsumer;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.ParkedRoom;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomPart;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Step;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** The hooks about the room as a whole. Room thread only, but for {@link #bound}. */
final class Hooks {

    private final ActiveRoom room;
    private final HookCalls calls;
    private final SeatHooks seats;
    private long steps;

    Hooks(ActiveRoom room) {
        this.room = room;
        this.calls = new HookCalls(room);
        this.seats = new SeatHooks(room, calls);
    }

    /** The hooks about clients. */
    SeatHooks seats() {
        return seats;
    }

    /** Takes a version of the room's type; throws, and changes nothing, where its messages or parts are not right. */
    void bind(Binding binding) {
        calls.bind(binding);
    }

    /** Lets go of the type. */
    void unbind() {
        calls.unbind();
    }

    /** Whether the room's type is there. */
    boolean bound() {
        return calls.bound();
    }

    @Nullable
    Messages messages() {
        return calls.messages();
    }

    /** What of it runs just now. */
    Running running() {
        return calls.running();
    }

    @Nullable
    StateObject create(Payload options) throws RefusedException {
        calls.running().entered("create", "");
        try {
            for (RoomPart part : calls.parts()) {
                part.create(room.face(), options);
            }
            return calls.required().create(room.face(), options);
        } finally {
            calls.running().left();
        }
    }

    /** Whether somebody can make this again; what throws cannot. */
    boolean restores(Class<?> key, Parcel parcel) {
        boolean[] can = {false};
        for (RoomPart part : calls.parts()) {
            calls.guard("restores", part.name(), () -> can[0] |= part.restores(key, parcel));
        }
        RoomType now = calls.required();
        calls.guard("restores", "", () -> can[0] |= now.restores(key, parcel));
        return can[0];
    }

    /** Makes the room again that stood still. */
    @Nullable
    StateObject restore(ParkedRoom from) throws RefusedException {
        calls.running().entered("restore", "");
        try {
            for (RoomPart part : calls.parts()) {
                part.restore(room.face(), from);
            }
            return calls.required().restore(room.face(), from);
        } finally {
            calls.running().left();
        }
    }

    long steps() {
        return steps;
    }

    void steps(long run) {
        steps = run;
    }

    /** Timers, steps, parts and the type's own tick. */
    void tick(Tick tick, int subSteps) {
        RoomType now = calls.type();
        if (now == null) {
            return;
        }
        room.face().timers().due(tick.number(), this::timer);
        List<RoomPart> parts = calls.parts();
        for (int i = 0; i < parts.size(); i++) {
            RoomPart part = parts.get(i);
            calls.guard("tick", part.name(), () -> part.tick(room.face(), tick));
        }
        calls.running().entered("tick", "");
        try {
            for (int i = 0; i < subSteps; i++) {
                now.step(room.face(), new Step(++steps, i, tick.seconds() / subSteps));
            }
            now.tick(room.face(), tick);
        } catch (Exception | Error e) {
            room.failed("tick", e);
        } finally {
            calls.running().left();
        }
    }

    void timer(Parcel parcel) {
        List<RoomPart> parts = calls.parts();
        for (int i = 0; i < parts.size(); i++) {
            RoomPart part = parts.get(i);
            boolean[] taken = {false};
            calls.guard("timer", parcel.kind(), () -> taken[0] = part.timer(room.face(), parcel));
            if (taken[0]) {
                return;
            }
        }
        RoomType now = calls.type();
        if (now != null) {
            calls.guard("timer", parcel.kind(), () -> now.timer(room.face(), parcel));
        }
    }

    /** Throws what the hook throws: an input that was not looked at must not be used. */
    void sanitise(RoomSeat seat, StateObject input) {
        calls.running().entered("sanitise", "");
        try {
            calls.required().sanitise(room.face(), seat.face(), input);
        } finally {
            calls.running().left();
        }
    }

    void beforePatch() {
        RoomType now = calls.type();
        if (now == null) {
            return;
        }
        calls.running().entered("beforePatch", "");
        try {
            now.beforePatch(room.face());
        } catch (Exception | Error e) {
            room.failed("beforePatch", e);
        } finally {
            calls.running().left();
        }
    }

    Payload called(String method, Payload arguments) throws RefusedException {
        calls.running().entered("call", method);
        try {
            return calls.required().called(room.face(), method, arguments);
        } catch (RefusedException e) {
            throw e;
        } catch (Exception | Error e) {
            room.failed("call " + method, e);
            throw new RefusedException(
                    RefusedException.UNHANDLED, "room \"%s\" failed to answer \"%s\"".formatted(room.id(), method));
        } finally {
            calls.running().left();
        }
    }

    void rebound(Pin to, @Nullable Pin from) {
        RoomType now = calls.type();
        if (now != null) {
            calls.guard("rebound", "", () -> now.rebound(room.face(), to, from));
        }
    }

    void shutdown() {
        typeThenParts("shutdown", RoomType::shutdown, RoomPart::shutdown);
    }

    void moving() {
        typeThenParts("moving", RoomType::moving, RoomPart::moving);
    }

    void dispose() {
        typeThenParts("dispose", RoomType::dispose, RoomPart::dispose);
    }

    /** As rooms come to an end: the type before its parts, and those parts last that came first. */
    private void typeThenParts(String hook, BiConsumer<RoomType, Room> ofType, BiConsumer<RoomPart, Room> ofPart) {
        RoomType now = calls.type();
        if (now != null) {
            calls.guard(hook, "", () -> ofType.accept(now, room.face()));
        }
        calls.eachPartBack(hook, part -> ofPart.accept(part, room.face()));
    }

    /** Tells the type of a failure; one in that very hook is only counted. */
    void failed(String hook, Throwable error) {
        RoomType now = calls.type();
        if (now == null) {
            return;
        }
        try {
            now.failed(room.face(), hook, error);
        } catch (Exception | Error e) {
            error.addSuppressed(e);
        }
    }
}
