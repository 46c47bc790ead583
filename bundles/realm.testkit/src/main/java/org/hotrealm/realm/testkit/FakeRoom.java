package org.hotrealm.realm.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A room on the test's own thread, whose clock the test moves. */
public final class FakeRoom implements Room {

    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final Map<Class<?>, Object> attached = new HashMap<>();
    private final List<Behaviour> systems = new ArrayList<>();
    private final Map<Class<?>, List<Behaviour>> byType = new HashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Parcel> timers = new ArrayList<>();
    private FakeRandom random;
    private Tick tick = new Tick(0, 50);
    private @Nullable StateObject state;
    private Payload metadata = Payload.NONE;
    private boolean locked;
    private int ended;
    private int rung;

    /** A room before its first tick, at 20 Hz. */
    public FakeRoom(long seed) {
        random = new FakeRandom(seed);
    }

    /** A failure told to the room. */
    public record Failure(String part, Throwable error) {}

    /** Puts somebody on a seat. */
    public FakeSeat sit(String sessionId) {
        FakeSeat seat = new FakeSeat(sessionId);
        seats.put(sessionId, seat);
        return seat;
    }

    /** Ends a seat. */
    public void stand(String sessionId) {
        seats.remove(sessionId);
    }

    /** Moves the clock one step on. */
    public Tick nextTick() {
        tick = new Tick(tick.number() + 1, tick.stepMillis());
        return tick;
    }

    /** Sets the clock. */
    public void tick(Tick now) {
        tick = now;
    }

    /** Starts the randomness anew. */
    public void seed(long seed) {
        random = new FakeRandom(seed);
    }

    /** Sets the state's root. */
    public void state(@Nullable StateObject root) {
        state = root;
    }

    /** Pins these systems in place of those before. */
    public void pin(Behaviour... behaviours) {
        systems.clear();
        byType.clear();
        systems.addAll(Arrays.asList(behaviours));
    }

    /** What was told to have failed. */
    public List<Failure> failures() {
        return failures;
    }

    /** Timers set, as parcels. */
    public List<Parcel> timers() {
        return timers;
    }

    /** The close code the room ended with, or 0. */
    public int ended() {
        return ended;
    }

    /** Has it give up so much, as a room does that cannot keep up. */
    public void rung(int now) {
        rung = now;
    }

    @Override
    public int rung() {
        return rung;
    }

    @Override
    public boolean locked() {
        return locked;
    }

    @Override
    public String id() {
        return "fake_room";
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
    public FakeRandom random() {
        return random;
    }

    @Override
    public @Nullable StateObject state() {
        return state;
    }

    @Override
    public Collection<Seat> seats() {
        return List.copyOf(seats.values());
    }

    @Override
    public @Nullable Seat seat(String sessionId) {
        return seats.get(sessionId);
    }

    @Override
    public void broadcast(String type, Payload payload, String... exceptSessions) {
        for (Seat seat : seats.values()) {
            if (!Arrays.asList(exceptSessions).contains(seat.sessionId())) {
                seat.send(type, payload);
            }
        }
    }

    @Override
    public void broadcastAfterPatch(String type, Payload payload, String... exceptSessions) {
        broadcast(type, payload, exceptSessions);
    }

    @Override
    public void broadcastBytes(String type, byte[] bytes, String... exceptSessions) {
        broadcast(type, Payload.of(bytes), exceptSessions);
    }

    @Override
    public <T> void attach(Class<T> key, T value) {
        attached.put(key, value);
    }

    @Override
    public <T> T attached(Class<T> key) {
        Object value = attached.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing is attached under %s".formatted(key.getName()));
        }
        return key.cast(value);
    }

    @Override
    public <T extends Behaviour> List<T> systems(Class<T> type) {
        // Asked for in each tick; the list is the same until others are pinned.
        @SuppressWarnings("unchecked")
        List<T> found = (List<T>) byType.computeIfAbsent(
                type, t -> systems.stream().filter(t::isInstance).toList());
        return found;
    }

    @Override
    public Map<String, Pin> pins() {
        Map<String, Pin> pins = new LinkedHashMap<>();
        systems.forEach(s -> pins.put(s.system(), new Pin(s.system(), "1.0.0", "test")));
        return pins;
    }

    @Override
    public long after(int ticks, Parcel parcel) {
        timers.add(parcel);
        return timers.size() - 1L;
    }

    @Override
    public long every(int ticks, Parcel parcel) {
        return after(ticks, parcel);
    }

    @Override
    public boolean cancel(long timer) {
        return timer >= 0 && timer < timers.size();
    }

    @Override
    public void later(String kind, Callable<byte[]> work) {
        try {
            timers.add(new Parcel(kind, 1, work.call()));
        } catch (Exception e) {
            timers.add(Parcel.empty(kind + ".failed"));
        }
    }

    @Override
    public Matchmaking rooms() {
        throw new UnsupportedOperationException(
                "a fake room is alone; use the room harness for rooms that know others");
    }

    @Override
    public void when(String kind, CompletionStage<?> result) {
        throw new UnsupportedOperationException("a fake room waits for nothing; use the room harness");
    }

    @Override
    public List<Reservation> reserve(List<Guest> guests) {
        throw new UnsupportedOperationException("a fake room reserves no seats; use the room harness");
    }

    @Override
    public boolean reserved(String sessionId) {
        return false;
    }

    @Override
    public void lock() {
        locked = true;
    }

    @Override
    public void unlock() {
        locked = false;
    }

    @Override
    public boolean full() {
        return false;
    }

    @Override
    public void maxClients(int seats) {}

    @Override
    public void byIdOnly(boolean hidden) {}

    @Override
    public void unlisted(boolean hidden) {}

    @Override
    public void autoDispose(boolean ends) {}

    @Override
    public void patchEvery(int ticks) {}

    @Override
    public void patch() {}

    @Override
    public Payload metadata() {
        return metadata;
    }

    @Override
    public void metadata(Payload told) {
        metadata = told;
    }

    @Override
    public void disconnect(int code, String reason) {
        ended = code;
    }

    @Override
    public void failed(String part, Throwable error) {
        failures.add(new Failure(part, error));
    }
}
