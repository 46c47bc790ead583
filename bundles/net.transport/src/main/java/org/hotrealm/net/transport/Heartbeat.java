package org.hotrealm.net.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The pings of one connection. Each carries a number that only who reads it can send back: a client that sends but does
 * not read is found out too. Any thread.
 */
final class Heartbeat {

    private long lastSent = ThreadLocalRandom.current().nextLong();
    private int missed;
    private long since;

    Heartbeat(long nowNanos) {
        since = nowNanos;
    }

    /** Nothing is missed yet. */
    synchronized void startAnew(long nowNanos) {
        since = nowNanos;
        missed = 0;
    }

    /** Whether it is time for the next ping, or for the end. */
    synchronized boolean due(long nowNanos, Settings.Times times) {
        if (nowNanos - since < TimeUnit.MILLISECONDS.toNanos(times.ping())) {
            return false;
        }
        since = nowNanos;
        return true;
    }

    /** Pings sent and not answered. */
    synchronized int missed() {
        return missed;
    }

    /** The next ping's payload. */
    synchronized byte[] next() {
        missed = missed + 1;
        long number = lastSent + 1;
        lastSent = number;
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /** Counts the time to the next ping from here. */
    synchronized void again(long fromNanos) {
        since = fromNanos;
    }

    /** A pong came; one that answers none of our pings says nothing. */
    synchronized void answered(ByteBuffer payload) {
        if (payload.remaining() == Long.BYTES) {
            long behind = lastSent - payload.getLong(payload.position());
            if (behind >= 0 && behind < missed) {
                missed = (int) behind;
            }
        }
    }
}
