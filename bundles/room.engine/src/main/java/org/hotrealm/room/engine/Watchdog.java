package org.hotrealm.room.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.hotrealm.room.engine.Workers.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the workers several times a second. A worker found in the same turn for too long is replaced and its room told of.
 * Time is counted in looks, so that a pause of the whole process is nobody's fault; and a thread that would run but is not given
 * the processor is not stuck either.
 */
final class Watchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    /** Time between two looks. */
    static final int LOOK_MILLIS = 250;

    /** What has reckoned for less than this part of its time has mostly waited for the processor. */
    private static final int LEAST_PART = 4;
    /** After so many times the limit it is stuck all the same: some waiting looks like running. */
    private static final int LONGEST = 4;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Workers workers;
    private final int looks;
    private final Map<Worker, Seen> seen = new HashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    /** How often a worker was found in the same turn. */
    private record Seen(long turns, int times, long processorNanos) {}

    Watchdog(Workers workers, int limitMillis) {
        this.workers = workers;
        this.looks = Math.max(1, limitMillis / LOOK_MILLIS);
        this.thread = Thread.ofPlatform().name("hotrealm-watchdog").daemon().start(this::watch);
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(LOOK_MILLIS * 1_000_000L);
            try {
                look();
            } catch (OutOfMemoryError e) {
                LOG.error("The watchdog has met the end of the memory and goes on", e);
            }
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
            Seen now = last != null && last.turns == turns
                    ? new Seen(turns, last.times + 1, last.processorNanos)
                    : new Seen(turns, 0, processor(worker));
            seen.put(worker, now);
            if (now.times >= looks && (now.times >= looks * LONGEST || !starved(worker, now))) {
                workers.replace(worker, turn, (long) now.times * LOOK_MILLIS);
            }
        }
    }

    private long processor(Worker worker) {
        return threads.isThreadCpuTimeSupported()
                ? threads.getThreadCpuTime(worker.thread().threadId())
                : -1;
    }

    private boolean starved(Worker worker, Seen seen) {
        long used = processor(worker) - seen.processorNanos;
        return seen.processorNanos >= 0
                && worker.thread().getState() == Thread.State.RUNNABLE
                && used < seen.times * LOOK_MILLIS * 1_000_000L / LEAST_PART;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
