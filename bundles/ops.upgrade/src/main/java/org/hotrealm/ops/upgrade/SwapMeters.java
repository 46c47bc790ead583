package org.hotrealm.ops.upgrade;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.Swaps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts swaps by verdict, and shows the last one's longest gap. */
@Component(service = MeterBinder.class)
public final class SwapMeters implements MeterBinder {

    private final Swaps swaps;

    /** Meters of these swaps. */
    @Activate
    public SwapMeters(@Reference Swaps swaps) {
        this.swaps = swaps;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Verdict verdict : Verdict.values()) {
            FunctionCounter.builder("hotrealm.swaps", swaps, all -> count(all, verdict))
                    .tag("verdict", verdict.name().toLowerCase(Locale.ROOT))
                    .description("Swaps on this node by how they ended")
                    .register(registry);
        }
        TimeGauge.builder("hotrealm.swap.last.gap", swaps, TimeUnit.NANOSECONDS, SwapMeters::lastGap)
                .description("How much later than planned the slowest room's next tick began in the last swap")
                .register(registry);
    }

    private static double count(Swaps swaps, Verdict verdict) {
        return swaps.records().stream()
                .filter(record -> record.verdict() == verdict)
                .count();
    }

    private static double lastGap(Swaps swaps) {
        return swaps.records().stream()
                .filter(record -> !record.rooms().isEmpty())
                .findFirst()
                .map(record -> (double) record.longestGapNanos())
                .orElse(0.0);
    }
}
