package org.hotrealm.ops.upgrade;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotrealm.ops.api.SwapCheck;
import org.hotrealm.ops.api.SwapRecord.Figure;
import org.hotrealm.ops.api.SwapRecord.Part;
import org.hotrealm.room.api.RoomInfo;

/**
 * Watches what is new for a while: the rooms' failures, how long their ticks take, and other bundles' checks. What it finds
 * ends the swap. One thread.
 */
final class Soak {

    private static final long LOOK_EVERY_MILLIS = 20;
    private static final int LOOKS_PER_CHECK = 10;
    /** A room that is not back by then has ended. */
    private static final long RENEWAL_NANOS = 2_000_000_000;

    private static final Duration LONGEST_BEFORE = Duration.ofSeconds(2);
    /** Fewer ticks tell nothing: one that met the collector is not one in a hundred. */
    private static final int FEWEST_TICKS = 100;

    private final RoomChanges rooms;
    private final Tools tools;
    private final Steps steps;
    private Ticks before = new Ticks();
    private Ticks after = new Ticks();

    Soak(RoomChanges rooms, Tools tools, Steps steps) {
        this.rooms = rooms;
        this.tools = tools;
        this.steps = steps;
    }

    /** Measures the rooms as they are before anything changes, for as long as they are watched later, but two seconds at most. */
    void before(Duration soak) throws Refusal {
        before = new Ticks();
        long time = Math.min(soak.toNanos(), LONGEST_BEFORE.toNanos());
        for (long begun = System.nanoTime();
                System.nanoTime() - begun < time && !rooms.list().isEmpty(); ) {
            before.look(rooms.list());
            Health.pause(LOOK_EVERY_MILLIS);
        }
    }

    void run(Duration time, List<Part> parts) throws Refusal {
        long begun = System.nanoTime();
        Map<String, Long> start = rooms.failures();
        Map<String, Long> ticks = rooms.ticks();
        after = new Ticks();
        Ticks others = new Ticks();
        int told = 0;
        for (int look = 0; System.nanoTime() - begun < time.toNanos(); look++) {
            Health.pause(Math.min(LOOK_EVERY_MILLIS, Math.max(1, time.toMillis())));
            failures(start);
            // Code that is new is slow at first; it is judged by the second half.
            if (System.nanoTime() - begun > time.toNanos() / 2) {
                after.look(touched());
                others.look(untouched());
            }
            if (look % LOOKS_PER_CHECK == 0) {
                ask(parts);
            }
            told = tell(begun, time, told);
        }
        everyRoomTicks(ticks, start);
        slow(others);
        ask(parts);
    }

    /** However short the soak: a room that has not ended a tick under the new version has not shown that it can. */
    private void everyRoomTicks(Map<String, Long> ticks, Map<String, Long> start) throws Refusal {
        long begun = System.nanoTime();
        List<String> changed = rooms.changedIds();
        List<String> waited = ticks.keySet().stream()
                .filter(id -> changed.isEmpty() || changed.contains(id))
                .toList();
        while (true) {
            List<RoomInfo> now = touched();
            List<String> still = now.stream()
                    .filter(room -> room.tick() <= ticks.getOrDefault(room.id(), -1L))
                    .map(RoomInfo::id)
                    .toList();
            // A room that is taken from a thread that hangs is not to be seen for a moment, and comes back with its
            // failure.
            boolean complete =
                    now.stream().map(RoomInfo::id).collect(Collectors.toSet()).containsAll(waited);
            failures(start);
            if (still.isEmpty() && (complete || System.nanoTime() - begun > RENEWAL_NANOS)) {
                return;
            }
            if (System.nanoTime() - begun > tools.settings().stepWithin().toNanos()) {
                throw new Refusal("rooms %s have not ended a single tick under the new version".formatted(still));
            }
            Health.pause(LOOK_EVERY_MILLIS);
        }
    }

    private int tell(long begun, Duration time, int told) {
        int seconds = (int) ((System.nanoTime() - begun) / 1_000_000_000);
        if (seconds > told) {
            steps.tell("soak: %d of %d s, no failure".formatted(seconds, time.toSeconds()));
        }
        return seconds;
    }

    /** The rooms that changed over; all where no room did, as all live with what is new. */
    private List<RoomInfo> touched() {
        List<String> ids = rooms.changedIds();
        return rooms.list().stream()
                .filter(room -> ids.isEmpty() || ids.contains(room.id()))
                .toList();
    }

    private List<RoomInfo> untouched() {
        List<String> ids = rooms.changedIds();
        return rooms.list().stream()
                .filter(room -> !ids.isEmpty() && !ids.contains(room.id()))
                .toList();
    }

    private void failures(Map<String, Long> start) throws Refusal {
        for (RoomInfo room : touched()) {
            if (!room.stuckIn().isEmpty()) {
                throw new Refusal(
                        "room %s does not come to the end of '%s' under the new version; the log has its stack"
                                .formatted(room.id(), room.stuckIn()));
            }
        }
        for (Map.Entry<String, Long> now : rooms.failures().entrySet()) {
            long more = now.getValue() - start.getOrDefault(now.getKey(), 0L);
            if (more > 0) {
                throw new Refusal("room %s had %d failures under the new version; see the log for the first of them"
                        .formatted(now.getKey(), more));
            }
        }
    }

    /** Slower than before, slower than the rooms that did not change, and slow at all. */
    private void slow(Ticks others) throws Refusal {
        long usual = Math.max(before.p99(), others.p99());
        long half = touched().stream().mapToLong(RoomInfo::tickMillis).min().orElse(0) * 1_000_000 / 2;
        boolean known = before.count() > 0 && after.count() >= FEWEST_TICKS;
        if (known
                && after.p99() > half
                && after.p99() > usual * tools.settings().slowFactor()) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "ticks became slow under the new version: 99 of 100 within %.1f ms, before it %.1f ms%s",
                    after.p99() / 1e6,
                    before.p99() / 1e6,
                    others.count() == 0
                            ? ""
                            : String.format(Locale.ROOT, ", in the other rooms %.1f ms", others.p99() / 1e6)));
        }
    }

    private void ask(List<Part> parts) throws Refusal {
        for (SwapCheck check : tools.checks().get()) {
            StringBuilder said = new StringBuilder();
            String name = check.getClass().getName();
            tools.container().within("ask the check " + name, () -> {
                SwapCheck.UnderWay now = new SwapCheck.UnderWay(parts, rooms.changedIds());
                check.objection(now)
                        .ifPresent(why ->
                                said.append(check.name()).append(" objects: ").append(why));
            });
            if (!said.isEmpty()) {
                throw new Refusal(said.toString());
            }
        }
    }

    /** What was measured. */
    List<Figure> figures() {
        return before.count() == 0 && after.count() == 0
                ? List.of()
                : List.of(
                        new Figure("tick p99 ms", before.p99() / 1e6, after.p99() / 1e6),
                        new Figure("late ticks", before.late(), after.late()),
                        new Figure("ticks seen", before.count(), after.count()));
    }
}
