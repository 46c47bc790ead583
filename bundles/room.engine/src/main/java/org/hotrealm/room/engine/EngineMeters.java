package org.hotrealm.room.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The engine's figures. They are counted whether or not anybody asks; a registry that is bound later shows them from then
 * on. Ticks record into the newest registry only.
 */
final class EngineMeters implements MeterBinder {

    private static final Map<Integer, String> REASONS = Map.of(
            RefusedException.NO_HANDLER, "no_such_type",
            RefusedException.INVALID_CRITERIA, "no_room_fits",
            RefusedException.INVALID_ROOM_ID, "no_such_room",
            RefusedException.EXPIRED, "expired",
            RefusedException.AUTH_FAILED, "not_allowed",
            RefusedException.UNAVAILABLE, "unavailable",
            RefusedException.UNHANDLED, "failure",
            RefusedException.APPLICATION_ERROR, "room");

    private final RoomTable rooms;
    private final JoinLimits limits;
    private final Slow slow;
    private final Behaviours behaviours;
    private final LongAdder failures = new LongAdder();
    private final LongAdder joins = new LongAdder();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final LongAdder rebinds = new LongAdder();
    private final LongAdder stalls = new LongAdder();
    private final LongAdder left = new LongAdder();
    private final LongAdder arrived = new LongAdder();
    private final LongAdder stayed = new LongAdder();
    private final Map<String, TypeMeters> types = new ConcurrentHashMap<>();
    private @Nullable MeterRegistry registry;
    private @Nullable MultiGauge pinned;

    EngineMeters(RoomTable rooms, JoinLimits limits, Slow slow, Behaviours behaviours) {
        this.slow = slow;
        this.rooms = rooms;
        this.limits = limits;
        this.behaviours = behaviours;
        for (int code : REASONS.keySet()) {
            refusals.put(reason(code), new LongAdder());
        }
    }

    /** Codes of rooms' own choice are one reason. */
    private static String reason(int code) {
        return REASONS.getOrDefault(code, "room");
    }

    @Override
    public synchronized void bindTo(MeterRegistry bound) {
        Gauge.builder("hotrealm.rooms", rooms, table -> table.all().size())
                .description("Rooms running on this node")
                .register(bound);
        Gauge.builder("hotrealm.clients", rooms, EngineMeters::clients)
                .description("Clients connected to rooms of this node")
                .register(bound);
        Gauge.builder("hotrealm.rooms.missing.systems", rooms, EngineMeters::missing)
                .description("Systems that rooms of this node have no provider for")
                .register(bound);
        counter(bound, "hotrealm.room.failures", "Hooks and systems of rooms that threw", failures);
        counter(bound, "hotrealm.joins", "Seats reserved", joins);
        refusals.forEach(
                (reason, count) -> FunctionCounter.builder("hotrealm.joins.refused", count, LongAdder::doubleValue)
                        .description("Requests for a seat, and clients at their seats, that were refused")
                        .tag("reason", reason)
                        .register(bound));
        counter(bound, "hotrealm.rebinds", "Rooms changed over to another version of a system", rebinds);
        counter(bound, "hotrealm.clients.slow.merged", "Slow clients given one patch for several", slow.merged());
        counter(bound, "hotrealm.clients.slow.resynced", "Slow clients given a full state", slow.resynced());
        counter(bound, "hotrealm.clients.slow.closed", "Clients dropped for reading too slowly", slow.closed());
        counter(bound, "hotrealm.room.stalls", "Hooks of rooms that ran for longer than the limit", stalls);
        moves(bound, "left", left);
        moves(bound, "arrived", arrived);
        moves(bound, "stayed", stayed);
        for (JoinLimits.Kind kind : JoinLimits.Kind.values()) {
            FunctionCounter.builder("hotrealm.joins.limited", limits, counted -> counted.over(kind))
                    .description("Times that a client address was over its limit")
                    .tag("limit", kind.name().toLowerCase(Locale.ROOT))
                    .register(bound);
        }
        registry = bound;
        types.values().forEach(each -> each.bindTo(bound));
        pinned = MultiGauge.builder("hotrealm.rooms.pinned")
                .description("Rooms that run this version of the system")
                .register(bound);
        versionsChanged();
    }

    private static void moves(MeterRegistry bound, String outcome, LongAdder count) {
        FunctionCounter.builder("hotrealm.rooms.moves", count, LongAdder::doubleValue)
                .description("Rooms that left for another node, came from one, or stayed where they were to leave")
                .tag("outcome", outcome)
                .register(bound);
    }

    /** A room runs on another node now. */
    void left() {
        left.increment();
    }

    /** A room of another node runs here now. */
    void arrived() {
        arrived.increment();
    }

    /** A room that was to leave goes on here. */
    void stayed() {
        stayed.increment();
    }

    /** The figures of a type of room; kept by its rooms. */
    TypeMeters of(String type) {
        TypeMeters known = types.get(type);
        return known == null ? begin(type) : known;
    }

    private synchronized TypeMeters begin(String type) {
        return types.computeIfAbsent(type, name -> {
            TypeMeters fresh = new TypeMeters(name, rooms);
            if (registry != null) {
                fresh.bindTo(registry);
            }
            return fresh;
        });
    }

    /** A version of a system has come or gone. */
    synchronized void versionsChanged() {
        MultiGauge now = pinned;
        if (now != null) {
            List<MultiGauge.Row<?>> rows = behaviours.all().stream()
                    .<MultiGauge.Row<?>>map(pin -> MultiGauge.Row.of(
                            Tags.of("system", pin.system(), "version", pin.version()), () -> running(pin)))
                    .toList();
            now.register(rows, true);
        }
    }

    private long running(Pin pin) {
        return rooms.all().stream()
                .filter(room -> room.info().pins().stream()
                        .anyMatch(each -> each.system().equals(pin.system())
                                && each.version().equals(pin.version())))
                .count();
    }

    void stalled() {
        stalls.increment();
    }

    void failed() {
        failures.increment();
    }

    void joined() {
        joins.increment();
    }

    void refused(int code) {
        refusals.computeIfAbsent(reason(code), none -> new LongAdder()).increment();
    }

    void rebound() {
        rebinds.increment();
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
}
