package org.hotrealm.room.engine;

import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.hotrealm.room.api.Parcel;
import org.jspecify.annotations.Nullable;

/** A room's timers, as data: due tick and parcel. Timers of one tick come in the order they were set. Room thread only. */
final class Timers {

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long sequence;

    void after(long tick, Parcel parcel) {
        queue.add(new Due(tick, sequence++, parcel));
    }

    void due(long tick, Consumer<Parcel> action) {
        @Nullable Due first = queue.peek();
        while (first != null && first.tick <= tick) {
            queue.poll();
            action.accept(first.parcel);
            first = queue.peek();
        }
    }

    private record Due(long tick, long sequence, Parcel parcel) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTick = Long.compare(tick, other.tick);
            return byTick != 0 ? byTick : Long.compare(sequence, other.sequence);
        }
    }
}
