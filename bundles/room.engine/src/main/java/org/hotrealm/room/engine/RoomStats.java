package org.hotrealm.room.engine;

/** A room's counters; written by the room's thread, read by any. */
final class RoomStats {

    private volatile long tick;
    private volatile long lastTickNanos;
    private volatile long late;
    private volatile long failures;

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the room's thread
    void begun(long latenessNanos, int tickMillis) {
        if (latenessNanos > tickMillis * 1_000_000L) {
            late++;
        }
    }

    void ended(long number, long nanos) {
        tick = number;
        lastTickNanos = nanos;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the room's thread
    long failed() {
        return ++failures;
    }

    long tick() {
        return tick;
    }

    long lastTickNanos() {
        return lastTickNanos;
    }

    long late() {
        return late;
    }

    long failures() {
        return failures;
    }
}
