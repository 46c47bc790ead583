package org.hotrealm.ops.upgrade;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.RoomInfo;

/** How long the ticks of some rooms take, as far as they are seen: a look now and then sees the last one of each room. One thread. */
final class Ticks {

    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Long> lateAtFirst = new HashMap<>();
    private long[] nanos = new long[256];
    private int count;
    private long late;

    /** Takes in what can be seen now. */
    void look(List<RoomInfo> rooms) {
        late = 0;
        for (RoomInfo room : rooms) {
            Long before = seen.put(room.id(), room.tick());
            late += room.lateTicks() - lateAtFirst.computeIfAbsent(room.id(), id -> room.lateTicks());
            if (before != null && room.tick() != before) {
                add(room.lastTickNanos());
            }
        }
    }

    private void add(long tick) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = tick;
    }

    int count() {
        return count;
    }

    /** Ticks that began more than one tick's length late. */
    long late() {
        return late;
    }

    /** Of a hundred ticks all but one are no longer than this; 0 where none was seen. */
    long p99() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.ceil(count * 0.99) - 1];
    }
}
