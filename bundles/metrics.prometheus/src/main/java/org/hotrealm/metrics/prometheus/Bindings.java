package org.hotrealm.metrics.prometheus;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The meters of each binder, in a registry of its own before the shared one, so that they can leave together. Any
 * thread.
 */
final class Bindings {

    private static final Logger LOG = LoggerFactory.getLogger(Bindings.class);

    private final MeterRegistry shared;
    private final Map<MeterBinder, CompositeMeterRegistry> scopes = new IdentityHashMap<>();

    Bindings(MeterRegistry shared) {
        this.shared = shared;
    }

    /** Takes a binder's meters in. One that throws is logged and keeps what it had bound until then. */
    synchronized void add(MeterBinder binder) {
        CompositeMeterRegistry scope = new CompositeMeterRegistry(Clock.SYSTEM, List.of(shared));
        scopes.put(binder, scope);
        try {
            binder.bindTo(scope);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "the meters of {} are not all there: it failed while binding them",
                    binder.getClass().getName(),
                    e);
        }
    }

    /**
     * Takes a binder's meters out. In a swap the old and the new version are there together and name the same meters:
     * the shared registry then holds the old one's, so the new one binds again.
     */
    synchronized void remove(MeterBinder binder) {
        CompositeMeterRegistry scope = scopes.remove(binder);
        if (scope == null) {
            return;
        }
        Set<Meter.Id> gone = ids(scope);
        // Never closed: closing would close the shared registry behind it.
        scope.clear();
        List<MeterBinder> touched = scopes.entrySet().stream()
                .filter(other -> !Collections.disjoint(ids(other.getValue()), gone))
                .map(Map.Entry::getKey)
                .toList();
        for (MeterBinder other : touched) {
            CompositeMeterRegistry outdated = scopes.remove(other);
            if (outdated != null) {
                outdated.clear();
            }
            add(other);
        }
    }

    /** Takes all out. Binders keep their counters and timers: these let go of the shared registry, so that it can be collected. */
    synchronized void clear() {
        scopes.values().forEach(scope -> scope.remove(shared));
        scopes.clear();
    }

    private static Set<Meter.Id> ids(MeterRegistry registry) {
        return registry.getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
    }
}
