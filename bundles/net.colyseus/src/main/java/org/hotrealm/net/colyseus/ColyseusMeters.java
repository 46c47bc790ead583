package org.hotrealm.net.colyseus;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The figures of the protocol. */
record ColyseusMeters(Lines lines) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        lines.tally().bindTo(registry);
        Gauge.builder("hotrealm.clients.relayed", lines, Lines::away)
                .description("Clients of this node whose room runs on another one")
                .register(registry);
        for (Rule rule : Rule.values()) {
            FunctionCounter.builder("hotrealm.protocol.breaches", lines.breaches(), all -> all.count(rule))
                    .description("Clients closed, and requests refused, for breaking the protocol's rules")
                    .tag("rule", rule.tag())
                    .register(registry);
        }
    }
}
