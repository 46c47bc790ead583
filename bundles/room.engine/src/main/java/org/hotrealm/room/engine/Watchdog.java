package org.hotrealm.room.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.hotrealm.room.engine.Workers.Worker;

/**
 * Looks at the workers several times a second. A worker found in the same turn for too long is replaced and its room told of.
 * Time is counted in looks, so that a pause of the whole process is nobody's fault.
 */
final class Watchdog implements AutoCloseable {

    /** Time between two looks. */
    static final int LOOK_MILLIS = 250;

    private final Workers workers;
    private final int looks;
    private final Map<Worker, Seen> seen = new HashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    /** How often a worker was found in the same turn. */
    private record Seen(long turns, int times) {}

    Watchdog(Workers workers, int limitMillis) {
        this.workers = workers;
        this.looks = Math.max(1, limitMillis / LOOK_MILLIS);
        this.thread = Thread.ofPlatform().name("hotrealm-watchdog").daemon().start(this::watch);
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(LOOK_MILLIS * 1_000_000L);
            look();
        }
    }

    private void look() {
        Map<Worker, Seen> before = Map.copyOf(seen);
        seen.clear();
        for (Worker worker : workers.all()) {
            Runnable turn = worker.turn();
            if (turn == null || worker.replaced()) {
                continue;
            }
            Seen last = before.get(worker);
            long turns = worker.turns();
            int times = last != null && last.turns == turns ? last.times + 1 : 0;
            seen.put(worker, new Seen(turns, times));
            if (times >= looks) {
                workers.replace(worker, turn, (long) times * LOOK_MILLIS);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
