package org.hotrealm.realm.kit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Randomness;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A room without engine and clients: a clock, random numbers and what is attached. */
final class KitRoom implements Room {

    private final Randomness random;
    private final int stepMillis;
    private final Map<Class<?>, Object> attached = new HashMap<>();
    private Tick tick;

    KitRoom(long seed, int stepMillis) {
        this.random = new KitRandom(seed);
        this.stepMillis = stepMillis;
        this.tick = new Tick(0, stepMillis);
    }

    Tick step() {
        tick = new Tick(tick.number() + 1, stepMillis);
        return tick;
    }

    @Override
    public String id() {
        return "kit-room1";
    }

    @Override
    public String type() {
        return "realm";
    }

    @Override
    public Tick tick() {
        return tick;
    }

    @Override
    public Randomness random() {
        return random;
    }

    @Override
    public @Nullable StateObject state() {
        return null;
    }

    @Override
    public Collection<Seat> seats() {
        return List.of();
    }

    @Override
    public @Nullable Seat seat(String sessionId) {
        return null;
    }

    @Override
    public void broadcast(String type, Payload payload, String... exceptSessions) {
        // Nobody is there to hear it.
    }

    @Override
    public <T> void attach(Class<T> key, T value) {
        attached.put(key, value);
    }

    @Override
    public <T> T attached(Class<T> key) {
        return Objects.requireNonNull(key.cast(attached.get(key)), () -> "nothing attached as " + key);
    }

    @Override
    public <T extends Behaviour> List<T> systems(Class<T> type) {
        return List.of();
    }

    @Override
    public Map<String, Pin> pins() {
        return Map.of();
    }

    @Override
    public void after(int ticks, Parcel parcel) {
        throw new UnsupportedOperationException("the kit's room keeps no timers");
    }

    @Override
    public void later(String kind, Callable<byte[]> work) {
        throw new UnsupportedOperationException("the kit's room does no work outside its ticks");
    }

    @Override
    public void failed(String system, Throwable error) {
        throw new AssertionError("the system " + system + " failed", error);
    }

    @Override
    public void lock() {
        // Nobody could come in.
    }

    @Override
    public void unlock() {
        // Nobody could come in.
    }

    @Override
    public void metadata(Payload metadata) {
        // Nobody lists this room.
    }

    @Override
    public void disconnect(int code, String reason) {
        throw new UnsupportedOperationException("the kit's room ends with its test");
    }
}
