package org.hotrealm.room.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.state.schema.StateHash;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** One room of a {@link RoomHarness}. */
public final class HarnessRoom {

    private final RoomHarness harness;
    private final String id;

    HarnessRoom(RoomHarness harness, String id) {
        this.harness = harness;
        this.id = id;
    }

    /** The room's id. */
    public String id() {
        return id;
    }

    /** Whether it runs still. */
    public boolean runs() {
        return harness.engine().runs(id);
    }

    /** The room as operators see it. */
    public RoomInfo info() {
        return harness.rooms().stream()
                .filter(room -> room.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("room %s has ended".formatted(id)));
    }

    /** Moves the clock on by one tick of this room. */
    public HarnessRoom tick() {
        return tick(1);
    }

    /** Moves the clock on by so many ticks of this room; it may end on the way. */
    public HarnessRoom tick(int times) {
        harness.advance(Duration.ofMillis((long) info().tickMillis() * times));
        return this;
    }

    /** Does something on the room's thread, between ticks. */
    public HarnessRoom run(Consumer<Room> action) {
        return look(room -> {
            action.accept(room);
            return this;
        });
    }

    /** Looks at something on the room's thread, between ticks. */
    public <T extends @Nullable Object> T look(Function<Room, T> function) {
        return harness.engine().inRoom(id, function);
    }

    /** The whole state as the server has it; empty for a room without one. */
    public Map<String, Object> state() {
        return look(room -> room.state() == null ? Map.of() : room.state().toMap());
    }

    /** A digest of the state: equal for equal states. 0 for a room without one. */
    public long hash() {
        return look(room -> {
            StateObject state = room.state();
            return state == null ? 0L : StateHash.of(state);
        });
    }
}
