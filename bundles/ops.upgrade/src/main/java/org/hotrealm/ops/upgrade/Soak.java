package org.hotrealm.ops.upgrade;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hotrealm.ops.api.SwapCheck;
import org.hotrealm.ops.api.SwapRecord.Figure;
import org.hotrealm.ops.api.SwapRecord.Part;

/** Watches what is new for a while: the rooms' failures and other bundles' checks. What it finds ends the swap. One thread. */
final class Soak {

    private static final long LOOK_EVERY_MILLIS = 50;
    private static final int LOOKS_PER_CHECK = 4;

    private final RoomChanges rooms;
    private final Tools tools;
    private final Steps steps;

    Soak(RoomChanges rooms, Tools tools, Steps steps) {
        this.rooms = rooms;
        this.tools = tools;
        this.steps = steps;
    }

    /** Measures the rooms as they are before anything changes. */
    void before() {}

    void run(Duration time, List<Part> parts) throws Refusal {
        long begun = System.nanoTime();
        Map<String, Long> start = rooms.failures();
        for (int look = 0; System.nanoTime() - begun < time.toNanos(); look++) {
            Health.pause(Math.min(LOOK_EVERY_MILLIS, Math.max(1, time.toMillis())));
            failures(start);
            if (look % LOOKS_PER_CHECK == 0) {
                ask(parts);
            }
        }
        failures(start);
        ask(parts);
    }

    private void failures(Map<String, Long> start) throws Refusal {
        for (Map.Entry<String, Long> now : rooms.failures().entrySet()) {
            long more = now.getValue() - start.getOrDefault(now.getKey(), 0L);
            if (more > 0) {
                throw new Refusal("room %s had %d failures under the new version; see the log for the first of them"
                        .formatted(now.getKey(), more));
            }
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

    List<Figure> figures() {
        return List.of();
    }
}
