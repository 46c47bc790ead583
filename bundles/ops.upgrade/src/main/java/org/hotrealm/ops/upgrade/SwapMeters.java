package org.hotrealm.ops.upgrade;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hotrealm.ops.api.SwapRecord.Verdict;

/** Counts swaps by verdict, and shows the last one's longest gap. */
final class SwapMeters implements MeterBinder {

    private final Journal journal;

    /** Meters of these records. */
    SwapMeters(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Verdict verdict : Verdict.values()) {
            FunctionCounter.builder("hotrealm.swaps", journal, all -> all.count(verdict))
                    .tag("verdict", verdict.name().toLowerCase(Locale.ROOT))
                    .description("Swaps on this node by how they ended")
                    .register(registry);
        }
        TimeGauge.builder("hotrealm.swap.last.gap", journal, TimeUnit.NANOSECONDS, Journal::lastGapNanos)
                .description("How much later than planned the slowest room's next tick began in the last swap")
                .register(registry);
    }
}
