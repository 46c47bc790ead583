package org.hotrealm.net.colyseus;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.hotrealm.net.api.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what clients were closed or refused for, and logs one of each kind a second. Any thread. */
final class Breaches {

    private static final Logger LOG = LoggerFactory.getLogger(Breaches.class);
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final Map<Rule, Kind> kinds = new EnumMap<>(Rule.class);

    Breaches() {
        for (Rule rule : Rule.values()) {
            kinds.put(rule, new Kind());
        }
    }

    /** How often this rule was broken. */
    long count(Rule rule) {
        return kind(rule).count.sum();
    }

    /** Counts a client that is closed, and logs it unless another of the kind was a moment ago. */
    void add(Rule rule, Connection connection, String what) {
        long unlogged = kind(rule).add(System.nanoTime());
        if (unlogged >= 0) {
            LOG.info(
                    "Client {} from {} is closed: {} ({}); {} more since the last such line",
                    connection.id(),
                    connection.opening().address(),
                    what,
                    rule.tag(),
                    unlogged);
        }
    }

    /** Counts a request that is refused, in the same way. */
    void refused(Rule rule, String address, String what) {
        long unlogged = kind(rule).add(System.nanoTime());
        if (unlogged >= 0) {
            LOG.info(
                    "A request from {} is refused: {} ({}); {} more since the last such line",
                    address,
                    what,
                    rule.tag(),
                    unlogged);
        }
    }

    private Kind kind(Rule rule) {
        return Objects.requireNonNull(kinds.get(rule), "every rule is counted");
    }

    /** One flood hides no other in the log. */
    private static final class Kind {
        private final LongAdder count = new LongAdder();
        private final LongAdder unlogged = new LongAdder();
        private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

        /** Counts one; how many were not logged before it where it is to be, else less than 0. */
        long add(long now) {
            count.increment();
            long due = nextLine.get();
            if (now - due >= 0 && nextLine.compareAndSet(due, now + PAUSE_NANOS)) {
                return unlogged.sumThenReset();
            }
            unlogged.increment();
            return -1;
        }
    }
}
