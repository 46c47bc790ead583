package org.hotrealm.net.transport;

/** Counts against a rate, with a second's worth of credit. One thread. */
final class Bucket {

    private final long nanosEach;
    private final long burstNanos;
    private long paidUntil;

    Bucket(int perSecond) {
        nanosEach = 1_000_000_000L / perSecond;
        burstNanos = 1_000_000_000L;
        paidUntil = Long.MIN_VALUE;
    }

    /** Takes one; false where the rate is passed. */
    boolean take(long nowNanos) {
        if (paidUntil == Long.MIN_VALUE || paidUntil - nowNanos < 0) {
            paidUntil = nowNanos;
        }
        if (paidUntil + nanosEach - nowNanos > burstNanos) {
            return false;
        }
        paidUntil += nanosEach;
        return true;
    }

    /** Whether all credit is there again. */
    boolean idle(long nowNanos) {
        return paidUntil == Long.MIN_VALUE || paidUntil - nowNanos < 0;
    }
}
