package org.hotrealm.net.colyseus;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.hotrealm.net.api.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts clients that were closed for what they did, and logs one of them a second. Any thread. */
final class Breaches {

    private static final Logger LOG = LoggerFactory.getLogger(Breaches.class);
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final Map<Rule, LongAdder> counts = new EnumMap<>(Rule.class);
    private final LongAdder unlogged = new LongAdder();
    private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

    Breaches() {
        for (Rule rule : Rule.values()) {
            counts.put(rule, new LongAdder());
        }
    }

    /** Clients closed by this rule. */
    long count(Rule rule) {
        return adder(rule).sum();
    }

    /** Counts one, and logs it unless another was a moment ago. */
    void add(Rule rule, Connection connection, String what) {
        adder(rule).increment();
        long now = System.nanoTime();
        long due = nextLine.get();
        if (now - due < 0 || !nextLine.compareAndSet(due, now + PAUSE_NANOS)) {
            unlogged.increment();
            return;
        }
        LOG.info(
                "Client {} from {} is closed: {} ({}); {} more since the last such line",
                connection.id(),
                connection.opening().address(),
                what,
                rule.tag(),
                unlogged.sumThenReset());
    }

    private LongAdder adder(Rule rule) {
        return counts.computeIfAbsent(rule, _ -> new LongAdder());
    }
}
