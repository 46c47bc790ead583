package org.hotrealm.room.engine;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of all rooms of one type; each of them keeps hold of it, so that a tick looks nothing up. Written on
 * rooms' threads; shown by the registry that was bound last.
 */
final class TypeMeters {

    /** Stands for messages that no handler is for: their names are their senders' choice. */
    private static final String OTHER = "other";

    private static final Duration[] TICK = millis(0.5, 1, 2, 5, 10, 25, 50, 100);
    private static final Duration[] PHASE = millis(0.1, 0.5, 1, 5, 10, 25, 50);
    private static final double[] PATCH = {32, 128, 512, 2_048, 8_192, 32_768};

    private final String type;
    private final RoomTable rooms;
    private final LongAdder late = new LongAdder();
    private final LongAdder slowed = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder returned = new LongAdder();
    private final Map<String, LongAdder> messages = new ConcurrentHashMap<>();
    private volatile @Nullable Live live;

    /** A part of a tick. */
    enum Phase {
        /** Inputs of clients are taken. */
        INPUTS("inputs"),
        /** Timers, parts, steps and the type's own tick. */
        ROOM("room"),
        /** Changes are encoded and handed to the connections. */
        PATCH("patch");

        private final String label;

        Phase(String label) {
            this.label = label;
        }
    }

    /** The meters of a registry that is there. */
    private record Live(
            MeterRegistry registry, Timer tick, Timer inputs, Timer room, Timer patch, DistributionSummary sizes) {

        Timer of(Phase phase) {
            return switch (phase) {
                case INPUTS -> inputs;
                case ROOM -> room;
                case PATCH -> patch;
            };
        }
    }

    TypeMeters(String type, RoomTable rooms) {
        this.type = type;
        this.rooms = rooms;
    }

    /** Shows everything in this registry from now on. */
    void bindTo(MeterRegistry to) {
        counter(to, "hotrealm.ticks.late", "Ticks that began more than a tick late", late);
        counter(to, "hotrealm.ticks.slowed", "Times that a room far behind let its clock slow down", slowed);
        counter(to, "hotrealm.connections.lost", "Connections that went without a farewell", lost);
        counter(to, "hotrealm.reconnects", "Clients that came back to their seats", returned);
        Gauge.builder("hotrealm.overload.rung", this, TypeMeters::rung)
                .description(
                        "What the worst room gives up: 0 nothing, 1 minds that nobody sees, 2 patches and joins, 3 its clock")
                .tag("type", type)
                .register(to);
        live = new Live(
                to,
                timer("hotrealm.tick", "What a tick of a room took", TICK).register(to),
                phase(to, Phase.INPUTS),
                phase(to, Phase.ROOM),
                phase(to, Phase.PATCH),
                DistributionSummary.builder("hotrealm.patch.size")
                        .description("Size of a patch for one client")
                        .baseUnit("bytes")
                        .tag("type", type)
                        .serviceLevelObjectives(PATCH)
                        .register(to));
        messages.forEach((name, count) -> message(to, name, count));
    }

    void ticked(long nanos) {
        Live to = live;
        if (to != null) {
            to.tick().record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void spent(Phase phase, long nanos) {
        Live to = live;
        if (to != null) {
            to.of(phase).record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    void patched(int bytes) {
        Live to = live;
        if (to != null) {
            to.sizes().record(bytes);
        }
    }

    void late() {
        late.increment();
    }

    void slowed() {
        slowed.increment();
    }

    void lost() {
        lost.increment();
    }

    void returned() {
        returned.increment();
    }

    /** A client's message, by the name of its handler. */
    void message(String name, boolean known) {
        LongAdder count = messages.get(known ? name : OTHER);
        if (count == null) {
            count = messages.computeIfAbsent(known ? name : OTHER, this::newMessage);
        }
        count.increment();
    }

    private LongAdder newMessage(String name) {
        LongAdder count = new LongAdder();
        Live to = live;
        if (to != null) {
            message(to.registry(), name, count);
        }
        return count;
    }

    private void message(MeterRegistry to, String name, LongAdder count) {
        FunctionCounter.builder("hotrealm.room.messages", count, LongAdder::doubleValue)
                .description("Messages and requests of clients that rooms handled, by name")
                .tag("type", type)
                .tag("message", name)
                .register(to);
    }

    private void counter(MeterRegistry to, String name, String description, LongAdder count) {
        FunctionCounter.builder(name, count, LongAdder::doubleValue)
                .description(description)
                .tag("type", type)
                .register(to);
    }

    private Timer phase(MeterRegistry to, Phase phase) {
        return timer("hotrealm.tick.phase", "What a phase of a room's tick took", PHASE)
                .tag("phase", phase.label)
                .register(to);
    }

    private Timer.Builder timer(String name, String description, Duration[] bounds) {
        return Timer.builder(name).description(description).tag("type", type).serviceLevelObjectives(bounds);
    }

    private int rung() {
        return rooms.all().stream()
                .filter(room -> room.type().equals(type))
                .mapToInt(room -> room.ladder().rung())
                .max()
                .orElse(0);
    }

    private static Duration[] millis(double... bounds) {
        Duration[] durations = new Duration[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            durations[i] = Duration.ofNanos((long) (bounds[i] * 1_000_000));
        }
        return durations;
    }
}
