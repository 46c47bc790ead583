package org.hotrealm.room.engine;

/** A room's counters; written by the room's thread, read by any. */
final class RoomStats {

    private volatile long tick;
    private volatile long lastTickNanos;
    private volatile long late;
    private volatile long failures;
    private volatile long failuresBefore;
    private volatile long stalls;
    private volatile String stuckIn = "";

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the room's thread
    boolean begun(long latenessNanos, int tickMillis) {
        boolean tooLate = latenessNanos > tickMillis * 1_000_000L;
        if (tooLate) {
            late++;
        }
        return tooLate;
    }

    void ended(long number, long nanos) {
        tick = number;
        lastTickNanos = nanos;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the room's thread
    long failed() {
        return ++failures;
    }

    /** Other versions run from now on; what fails under them is worth a word again. */
    void renewed() {
        failuresBefore = failures;
    }

    /** Failures under the versions that run now. */
    long fresh() {
        return failures - failuresBefore;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the watchdog
    void stalled(String hook) {
        stuckIn = hook;
        stalls++;
    }

    /** Gives back where it was stuck. */
    String recovered() {
        String was = stuckIn;
        stuckIn = "";
        return was;
    }

    /** The hook that does not come to an end, or empty. */
    String stuckIn() {
        return stuckIn;
    }

    long stalls() {
        return stalls;
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

    /** Late ticks from before, which depend on the machine and are no part of a room's parcel. */
    void late(long before) {
        late = before;
    }

    /** Goes on counting where a room stood that was parked. */
    void resume(long lastTick, long failed, long stalled) {
        tick = lastTick;
        failures = failed;
        stalls = stalled;
    }
}
