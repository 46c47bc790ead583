package org.hotrealm.net.colyseus;

/** So many a second, with a second's worth of credit after quiet. One thread. */
final class RateLimit {

    private static final long SECOND = 1_000_000_000L;

    private final double perNano;
    private final double most;
    private double credit;
    private long last;

    RateLimit(int perSecond, long nowNanos) {
        perNano = perSecond / (double) SECOND;
        most = perSecond;
        credit = perSecond;
        last = nowNanos;
    }

    /** Whether the whole credit is there again. */
    boolean quiet(long nowNanos) {
        return credit + (nowNanos - last) * perNano >= most;
    }

    /** Spends one; false where none is left. */
    boolean spend(long nowNanos) {
        return spend(1, nowNanos);
    }

    /** Spends so many; false, and nothing spent, where so many are not left. */
    boolean spend(int count, long nowNanos) {
        credit = Math.min(most, credit + (nowNanos - last) * perNano);
        last = nowNanos;
        if (credit < count) {
            return false;
        }
        credit -= count;
        return true;
    }
}
