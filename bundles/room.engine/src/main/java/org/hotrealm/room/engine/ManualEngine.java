package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;
import org.jspecify.annotations.Nullable;

/**
 * The whole engine on the calling thread, with a clock that only {@link #advance} moves and ids and seeds from one number:
 * two runs with the same calls are the same. For tests; rooms cannot tell the difference. One thread.
 */
public final class ManualEngine {

    /** The time of day at which every run begins. */
    private static final long BEGINNING = 1_700_000_000_000L;

    private static final Settings SETTINGS = new Settings(
            1,
            10_000,
            "localhost:2567",
            0,
            2_000,
            2_000,
            15_000,
            new JoinLimits.Most(1_000, 1_000, 2_000),
            new Slow(2_000, 30_000),
            false);

    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final PriorityQueue<Due> beats =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private final Behaviours behaviours = new Behaviours();
    private final Ids ids;
    private final Map<String, Map<String, SeatLink>> links = new LinkedHashMap<>();
    private Host host;
    private long now;
    private long planned;
    private boolean running;

    private record Due(long at, long order, RoomLoop room) {}

    /** An engine without rooms whose every random number comes from this seed. */
    public ManualEngine(long seed) {
        ids = new Ids(new Random(seed));
        host = new Host(SETTINGS, threads(), behaviours, ids);
    }

    private Threads threads() {
        return new Threads(this::run, this::run, this::plan, () -> now, () -> BEGINNING + now / 1_000_000);
    }

    /** What keeps the rooms from being parked. */
    public List<String> obstacles() {
        return host.rooms().dormitory().obstacles(room -> true).join();
    }

    /** Puts all rooms into parcels, as when another version of the engine is to take them; none is left here. */
    public Map<String, Parcel> park() {
        Dormitory dormitory = host.rooms().dormitory();
        List<Sleeper> sleepers = dormitory.park(room -> true, Duration.ofSeconds(5)).join().stream()
                .sorted(Comparator.comparing(Sleeper::id))
                .toList();
        links.clear();
        sleepers.forEach(sleeper -> links.put(sleeper.id(), sleeper.links()));
        dormitory.leave();
        return new EngineParcels(host.processId(), behaviours.chosen(), sleepers).write();
    }

    /** Goes on with these rooms; those parked here have their connections again. */
    public void take(Map<String, Parcel> parcels) {
        EngineParcels from = EngineParcels.read(parcels);
        Host next = new Host(SETTINGS, threads(), behaviours, ids, from.processId());
        Dormitory dormitory = next.rooms().dormitory();
        dormitory.takeIn(from.rooms());
        List<ActiveRoom> rooms = dormitory.restore(Duration.ofSeconds(5)).join();
        host = next;
        links.forEach((room, seats) ->
                seats.forEach((session, link) -> Connecting.resume(next.rooms(), room, session, link)));
        dormitory.goOn(rooms).join();
    }

    private void plan(Metronome.Beat beat) {
        beats.add(new Due(now + beat.room().period(), planned++, beat.room()));
    }

    /** Whatever is begun within a turn comes after it, as it does with more threads. */
    private void run(Runnable turn) {
        turns.add(turn);
        if (running) {
            return;
        }
        running = true;
        try {
            for (Runnable next = turns.poll(); next != null; next = turns.poll()) {
                next.run();
            }
        } finally {
            running = false;
        }
    }

    /** Registers a version of a system or room type. */
    public Pin add(Behaviour behaviour, String version) {
        Pin pin = new Pin(behaviour.system(), version, "test");
        Binding binding = new Binding(pin, behaviour);
        host.behaviours().add(binding);
        host.pins().appeared(binding);
        return pin;
    }

    /** Takes a version away, as when its bundle stops. */
    public void remove(Behaviour behaviour) {
        host.behaviours().remove(behaviour).ifPresent(host.pins()::goes);
    }

    /** The versions bound. */
    public Pins pins() {
        return host.pins();
    }

    /** What a client's request for a seat gives. */
    public Reservation reserve(JoinRequest request) throws RefusedException {
        return host.matchmaker().reserve(request);
    }

    /** A connection to a reserved or held seat. */
    public SeatInput connect(Claim claim, SeatLink link) {
        return Connecting.connect(host.rooms(), claim, link);
    }

    /** The rooms as rooms and services see them; what it gives is complete at once. */
    public Matchmaking matchmaking() {
        return host.matchmaking();
    }

    /** The rooms that run. */
    public List<RoomInfo> rooms() {
        return host.rooms().all().stream().map(ActiveRoom::info).toList();
    }

    /** Whether the room runs. */
    public boolean runs(String roomId) {
        return host.rooms().byId(roomId) != null;
    }

    /** Moves the clock on and runs every tick that is due meanwhile, in order. */
    public void advance(Duration time) {
        long until = now + time.toNanos();
        for (Due next = beats.peek(); next != null && next.at <= until; next = beats.peek()) {
            beats.poll();
            now = next.at;
            next.room.tickDue();
        }
        now = until;
    }

    /** Runs a function on a room's thread, between ticks. */
    public <T extends @Nullable Object> T inRoom(String roomId, Function<Room, T> function) {
        ActiveRoom room = host.rooms().byId(roomId);
        if (room == null) {
            throw new IllegalStateException("room %s does not run (any more)".formatted(roomId));
        }
        return host.rooms().onRoom(room, () -> function.apply(room.face())).join();
    }

    /** Ends every room as a server does that goes down. */
    public CompletableFuture<Void> shutdown(int closeCode) {
        return Shutdown.of(host.rooms().all(), closeCode, Duration.ofSeconds(30));
    }
}
