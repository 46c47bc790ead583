package org.hotrealm.room.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The engine's figures. They are counted whether or not anybody asks; a registry that is bound later shows them from then
 * on. Ticks record into the newest registry only.
 */
final class EngineMeters implements MeterBinder {

    private final RoomTable rooms;
    private final JoinLimits limits;
    private final Slow slow;
    private final LongAdder failures = new LongAdder();
    private final LongAdder joins = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private final LongAdder rebinds = new LongAdder();
    private final LongAdder stalls = new LongAdder();
    private final Map<String, Timer> ticks = new ConcurrentHashMap<>();
    private volatile @Nullable MeterRegistry registry;

    EngineMeters(RoomTable rooms, JoinLimits limits, Slow slow) {
        this.slow = slow;
        this.rooms = rooms;
        this.limits = limits;
    }

    @Override
    public void bindTo(MeterRegistry bound) {
        Gauge.builder("hotrealm.rooms", rooms, table -> table.all().size())
                .description("Rooms running on this node")
                .register(bound);
        Gauge.builder("hotrealm.clients", rooms, EngineMeters::clients)
                .description("Clients connected to rooms of this node")
                .register(bound);
        Gauge.builder("hotrealm.rooms.missing.systems", rooms, EngineMeters::missing)
                .description("Systems that rooms of this node have no provider for")
                .register(bound);
        FunctionCounter.builder("hotrealm.ticks.late", rooms, EngineMeters::late)
                .description("Ticks of running rooms that began more than a tick late")
                .register(bound);
        counter(bound, "hotrealm.room.failures", "Hooks and systems of rooms that threw", failures);
        counter(bound, "hotrealm.joins", "Seats reserved", joins);
        counter(bound, "hotrealm.joins.refused", "Requests for a seat that were refused", refusals);
        counter(bound, "hotrealm.rebinds", "Rooms changed over to another version of a system", rebinds);
        counter(bound, "hotrealm.clients.slow.merged", "Slow clients given one patch for several", slow.merged());
        counter(bound, "hotrealm.clients.slow.resynced", "Slow clients given a full state", slow.resynced());
        counter(bound, "hotrealm.clients.slow.closed", "Clients dropped for reading too slowly", slow.closed());
        counter(bound, "hotrealm.room.stalls", "Hooks of rooms that ran for longer than the limit", stalls);
        FunctionCounter.builder("hotrealm.joins.limited", limits, JoinLimits::overSeats)
                .description("Times that a client address was over its limit")
                .tag("limit", "seats")
                .register(bound);
        FunctionCounter.builder("hotrealm.joins.limited", limits, JoinLimits::overRooms)
                .description("Times that a client address was over its limit")
                .tag("limit", "rooms")
                .register(bound);
        ticks.clear();
        registry = bound;
    }

    void ticked(String type, long nanos) {
        MeterRegistry to = registry;
        if (to == null) {
            return;
        }
        Timer timer = ticks.get(type);
        if (timer == null) {
            timer = ticks.computeIfAbsent(type, name -> timer(to, name));
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    void stalled() {
        stalls.increment();
    }

    void failed() {
        failures.increment();
    }

    void joined(boolean granted) {
        (granted ? joins : refusals).increment();
    }

    void rebound() {
        rebinds.increment();
    }

    private static Timer timer(MeterRegistry to, String type) {
        return Timer.builder("hotrealm.tick")
                .description("What a tick of a room took")
                .tag("type", type)
                .serviceLevelObjectives(
                        Duration.ofNanos(500_000),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100))
                .register(to);
    }

    private static void counter(MeterRegistry to, String name, String description, LongAdder adder) {
        FunctionCounter.builder(name, adder, LongAdder::doubleValue)
                .description(description)
                .register(to);
    }

    private static double clients(RoomTable table) {
        return table.all().stream()
                .mapToInt(room -> room.seatTable().connected())
                .sum();
    }

    private static double missing(RoomTable table) {
        return table.all().stream()
                .mapToInt(room -> room.bindings().missing().size())
                .sum();
    }

    private static double late(RoomTable table) {
        return table.all().stream().mapToLong(room -> room.info().lateTicks()).sum();
    }
}
