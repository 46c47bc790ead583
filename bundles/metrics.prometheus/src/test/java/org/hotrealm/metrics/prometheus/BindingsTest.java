package org.hotrealm.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class BindingsTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Bindings bindings = new Bindings(registry);

    private static MeterBinder rooms(int count) {
        return to -> Gauge.builder("hotrealm.rooms", () -> count)
                .description("Rooms running")
                .register(to);
    }

    @Test
    void metersComeAndLeaveWithTheirBinder() {
        MeterBinder binder = rooms(3);
        bindings.add(binder);
        assertThat(registry.scrape()).contains("hotrealm_rooms 3.0");
        bindings.remove(binder);
        assertThat(registry.scrape()).doesNotContain("hotrealm_rooms");
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void newVersionsMetersTakeOverWhenTheOldOneLeaves() {
        MeterBinder before = rooms(3);
        MeterBinder after = rooms(5);
        bindings.add(before);
        bindings.add(after);
        bindings.remove(before);
        assertThat(registry.scrape()).contains("hotrealm_rooms 5.0");
        bindings.remove(after);
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void otherBindersMetersStay() {
        MeterBinder gone = rooms(3);
        bindings.add(gone);
        bindings.add(to -> FunctionCounter.builder("hotrealm.swaps", this, self -> 7)
                .tag("verdict", "done")
                .description("Swaps")
                .register(to));
        bindings.remove(gone);
        assertThat(registry.scrape()).contains("hotrealm_swaps_total{verdict=\"done\"} 7.0");
    }

    @Test
    void binderThatThrowsKeepsOthersWorking() {
        MeterBinder broken = to -> {
            Gauge.builder("half", () -> 1)
                    .description("Bound before the failure")
                    .register(to);
            throw new IllegalStateException("a plug-in's own bug");
        };
        bindings.add(broken);
        bindings.add(rooms(1));
        assertThat(registry.scrape()).contains("half 1.0").contains("hotrealm_rooms 1.0");
        bindings.remove(broken);
        assertThat(registry.scrape()).doesNotContain("half");
    }

    @Test
    void binderThatWasNeverAddedIsPassedOver() {
        bindings.remove(rooms(1));
        assertThat(registry.getMeters()).isEmpty();
    }
}
