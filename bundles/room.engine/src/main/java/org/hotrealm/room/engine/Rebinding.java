package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hotrealm.room.api.Pins.Rebind;
import org.jspecify.annotations.Nullable;

/** Changes one room over from a version of a system to another, between two ticks. Room thread only. */
final class Rebinding {

    private final ActiveRoom room;
    private final Bindings bindings;
    private final List<Waiting> waiting = new ArrayList<>();

    Rebinding(ActiveRoom room, Bindings bindings) {
        this.room = room;
        this.bindings = bindings;
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
                room.hooks().bind(to);
            } else if (isType) {
                room.hooks().unbind();
            }
        } catch (RuntimeException | Error e) {
            room.failed("rebind " + system, e);
            done.completeExceptionally(e);
            return;
        }
        bindings.bind(system, to);
        room.stats().renewed();
        if (to != null) {
            bindings.forgive(system);
        }
        tell(before, to);
        waiting.add(new Waiting(before, to, done));
    }

    private void tell(@Nullable Binding before, @Nullable Binding to) {
        if (to != null) {
            room.hooks().rebound(to.pin(), before == null ? null : before.pin());
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

    /** Lets go of all behaviours, as a room does that has ended. */
    void clear() {
        firstTick(room.tick().number(), 0);
        room.hooks().unbind();
        bindings.clear();
    }

    private record Waiting(
            @Nullable Binding before, @Nullable Binding to, CompletableFuture<Rebind> done) {}
}
