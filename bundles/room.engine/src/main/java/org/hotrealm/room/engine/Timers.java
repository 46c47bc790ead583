package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A room's timers, as data: due tick, period and parcel. Timers of one tick come in the order they were set. Room thread
 * only.
 */
final class Timers {

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long sequence;
    /** The timer being run, in case it cancels itself. */
    private long current = -1;

    private boolean currentCancelled;

    /** A timer that runs once, at this tick. Gives its number. */
    long at(long tick, Parcel parcel) {
        return add(tick, 0, parcel);
    }

    /** A timer that runs at this tick and every so many after it. */
    long every(long tick, int period, Parcel parcel) {
        return add(tick, period, parcel);
    }

    private long add(long tick, int period, Parcel parcel) {
        Due due = new Due(tick, sequence++, period, parcel);
        queue.add(due);
        return due.id;
    }

    boolean cancel(long timer) {
        if (timer == current) {
            currentCancelled = true;
            return true;
        }
        return queue.removeIf(due -> due.id == timer);
    }

    void due(long tick, Consumer<Parcel> action) {
        @Nullable Due first = queue.peek();
        while (first != null && first.tick <= tick) {
            queue.poll();
            run(first, action);
            first = queue.peek();
        }
    }

    private void run(Due due, Consumer<Parcel> action) {
        current = due.period > 0 ? due.id : -1;
        currentCancelled = false;
        action.accept(due.parcel);
        if (current == due.id && !currentCancelled) {
            queue.add(new Due(due.tick + due.period, due.id, due.period, due.parcel));
        }
        current = -1;
    }

    Payload park() {
        List<Payload> all = new ArrayList<>();
        queue.stream()
                .sorted()
                .forEach(due -> all.add(Fields.of(due.parcel)
                        .with("tick", due.tick)
                        .with("id", due.id)
                        .with("period", due.period)));
        return Payload.map("next", sequence, "all", all);
    }

    void resume(Fields from) {
        sequence = from.whole("next");
        for (Fields due : from.parts("all")) {
            queue.add(new Due(due.whole("tick"), due.whole("id"), due.integer("period"), due.parcel()));
        }
    }

    private record Due(long tick, long id, int period, Parcel parcel) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTick = Long.compare(tick, other.tick);
            return byTick != 0 ? byTick : Long.compare(id, other.id);
        }
    }
}
