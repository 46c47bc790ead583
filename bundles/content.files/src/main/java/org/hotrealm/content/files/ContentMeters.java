package org.hotrealm.content.files;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often the content was read and what came of it. Any thread. */
final class ContentMeters implements MeterBinder {

    private final Map<Outcome, LongAdder> reloads = new EnumMap<>(Outcome.class);
    private final ContentStore store;

    /** What comes of a reading. */
    enum Outcome {
        /** It is in force. */
        TAKEN,
        /** The files changed, their meaning did not. */
        UNCHANGED,
        /** It is wrong; what was in force stays. */
        REFUSED
    }

    ContentMeters(ContentStore store) {
        this.store = store;
        for (Outcome outcome : Outcome.values()) {
            reloads.put(outcome, new LongAdder());
        }
    }

    void read(Outcome outcome) {
        reloads.getOrDefault(outcome, new LongAdder()).increment();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        reloads.forEach(
                (outcome, count) -> FunctionCounter.builder("hotrealm.content.reloads", count, LongAdder::doubleValue)
                        .description("Readings of the content by what came of them")
                        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .register(registry));
        Gauge.builder("hotrealm.content.revision", store, ContentMeters::revision)
                .description("Revision of the content in force; 0 where there is none")
                .register(registry);
        Gauge.builder("hotrealm.content.problems", store, all -> all.problems().size())
                .description("Mistakes in the content files; while there are any, the last good content stays in force")
                .register(registry);
    }

    private static double revision(ContentStore store) {
        return store.ready() ? store.current().revision() : 0;
    }
}
