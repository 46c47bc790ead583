package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Pins.Rebind;
import org.hotrealm.room.api.RoomType;
import org.jspecify.annotations.Nullable;

/** Changes one room over from a version of a system to another, between two ticks. Room thread only. */
final class Rebinding {

    private final ActiveRoom room;
    private final Bindings bindings;
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable RoomType type;
    private volatile @Nullable Messages messages;

    Rebinding(ActiveRoom room, Bindings bindings) {
        this.room = room;
        this.bindings = bindings;
    }

    /** Takes this binding as the room's type. */
    RoomType type(Binding binding) {
        RoomType bound = (RoomType) binding.service();
        messages = bound.messages();
        type = bound;
        return bound;
    }

    void rebind(String system, @Nullable Binding to, CompletableFuture<Rebind> done) {
        Binding before = bindings.of(system);
        if (!bindings.has(system) || (to != null && to.equals(before))) {
            // Nothing to change here: no tick has to show it.
            String version = before == null ? "" : before.pin().version();
            done.complete(new Rebind(room.id(), version, version, room.tick().number(), 0));
            return;
        }
        try {
            boolean isType = system.equals(ofType());
            if (isType && to != null) {
                type(to);
            } else if (isType) {
                type = null;
                messages = null;
            }
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            room.failed("rebind " + system, e);
            done.completeExceptionally(e);
            return;
        }
        bindings.bind(system, to);
        tell(before, to);
        waiting.add(new Waiting(before, to, done));
    }

    private void tell(@Nullable Binding before, @Nullable Binding to) {
        RoomType told = type;
        if (told == null || to == null) {
            return;
        }
        try {
            told.rebound(room.face(), to.pin(), before == null ? null : before.pin());
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            room.failed("rebound", e);
        }
    }

    /** A tick has begun: whoever waits for the first one after a rebind hears of it. */
    void firstTick(long tick, long lateness) {
        if (waiting.isEmpty()) {
            return;
        }
        for (Waiting one : waiting) {
            one.done.complete(new Rebind(room.id(), version(one.before), version(one.to), tick, Math.max(0, lateness)));
        }
        waiting.clear();
    }

    private static String version(@Nullable Binding binding) {
        return binding == null ? "" : binding.pin().version();
    }

    private String ofType() {
        return "room." + room.type();
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
    RoomType typeOrNull() {
        return type;
    }

    RoomType type() {
        RoomType bound = type;
        if (bound == null) {
            throw new IllegalStateException("room type '%s' is missing: no bundle provides it".formatted(room.type()));
        }
        return bound;
    }

    /** Lets go of all behaviours, as a room does that has ended. */
    void clear() {
        firstTick(room.tick().number(), 0);
        type = null;
        messages = null;
        bindings.clear();
    }

    private record Waiting(
            @Nullable Binding before, @Nullable Binding to, CompletableFuture<Rebind> done) {}
}
