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
        paidUntil += nanosEach;
        return paidUntil - nowNanos <= burstNanos;
    }
}
