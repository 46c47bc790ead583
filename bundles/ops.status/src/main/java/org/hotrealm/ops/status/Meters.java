package org.hotrealm.ops.status;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the registry's numbers since the start; 0 where there is no registry or no such meter. */
record Meters(@Nullable MeterRegistry registry) {

    /** Ticks of all rooms that took no longer than so many milliseconds; the last is all. */
    Map<String, Double> ticks() {
        Map<Double, Double> counts = new TreeMap<>();
        double all = 0;
        if (registry != null) {
            for (Timer timer : registry.find("hotrealm.tick").timers()) {
                for (CountAtBucket bucket : timer.takeSnapshot().histogramCounts()) {
                    counts.merge(bucket.bucket(TimeUnit.MILLISECONDS), bucket.count(), Double::sum);
                }
                all += timer.count();
            }
        }
        Map<String, Double> named = new java.util.LinkedHashMap<>();
        counts.forEach((bound, count) -> {
            if (bound < 1e9) {
                named.put(String.valueOf(bound), count);
            }
        });
        named.put("all", all);
        return named;
    }

    /** A counter, all its series together. */
    double count(String name, String... tags) {
        return registry == null
                ? 0
                : registry.find(name).tags(tags).functionCounters().stream()
                        .mapToDouble(FunctionCounter::count)
                        .sum();
    }

    double gauge(String name) {
        io.micrometer.core.instrument.@Nullable Gauge gauge =
                registry == null ? null : registry.find(name).gauge();
        return gauge == null ? 0 : gauge.value();
    }
}
