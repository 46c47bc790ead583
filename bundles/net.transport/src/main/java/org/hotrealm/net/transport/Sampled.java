package org.hotrealm.net.transport;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;

/** Logs what clients do wrong: every case is counted, one line in ten seconds is written. Any thread. */
final class Sampled {

    private static final long QUIET_NANOS = 10_000_000_000L;

    private final Logger log;
    private final LongAdder count = new LongAdder();
    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

    Sampled(Logger log) {
        this.log = log;
    }

    /** Counts a case and tells it if it is its turn. */
    void note(String what, String who) {
        count.increment();
        long now = System.nanoTime();
        long until = silentUntil.get();
        if (now - until >= 0 && silentUntil.compareAndSet(until, now + QUIET_NANOS)) {
            log.info(
                    "{} ({}); {} such cases so far, further ones within 10 s are counted only", what, who, count.sum());
        }
    }

    long count() {
        return count.sum();
    }
}
