package org.hotrealm.net.transport;

/**
 * How long it is worth waiting for more messages, being woken costing more than reading: the longest time while thousands a
 * second arrive, and with fewer as much less. One thread at a time.
 */
final class Patience {

    /** Connections found with messages, a nanosecond, from which on the longest time is waited. */
    private static final double MUCH = 4 / 1_000_000.0;
    /** What was longer ago than this hardly counts. */
    private static final double MEMORY_NANOS = 20_000_000;

    private double arriving;

    /** So many had messages, in so long. */
    void found(int connections, long nanos) {
        long passed = Math.max(1, nanos);
        arriving += (connections / (double) passed - arriving) * passed / (passed + MEMORY_NANOS);
    }

    /** How long to wait where that is at most so long. */
    long nanos(long most) {
        return (long) (most * Math.min(1, arriving / MUCH));
    }
}
