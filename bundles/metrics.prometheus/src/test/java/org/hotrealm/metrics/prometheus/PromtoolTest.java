package org.hotrealm.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** What we tell Prometheus is as its own linter wants it. */
class PromtoolTest {

    private final AtomicReference<PrometheusMeterRegistry> registered = new AtomicReference<>();

    private BundleContext context() {
        return proxy(BundleContext.class, (name, arguments) -> {
            if (name.equals("registerService")) {
                registered.set((PrometheusMeterRegistry) arguments[1]);
                return proxy(ServiceRegistration.class, (method, ignored) -> null);
            }
            throw new UnsupportedOperationException(name);
        });
    }

    private interface Calls {
        Object called(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> calls.called(method.getName(), arguments)));
    }

    private static MeterBinder game() {
        return registry -> {
            Gauge.builder("hotrealm.rooms", () -> 2)
                    .description("Rooms running on this node")
                    .register(registry);
            Timer.builder("hotrealm.tick")
                    .description("Time a tick took")
                    .tag("type", "realm")
                    .serviceLevelObjectives(Duration.ofMillis(5), Duration.ofMillis(50))
                    .register(registry)
                    .record(Duration.ofMillis(7));
        };
    }

    @Test
    void promtoolFindsNothingToSay(@TempDir Path folder) throws Exception {
        Metrics metrics = new Metrics(context());
        metrics.bind(game());
        String scraped = registered.get().scrape();
        metrics.close();
        assertThat(scraped)
                .contains("hotrealm_rooms 2.0")
                .contains("hotrealm_tick_seconds_bucket{type=\"realm\",le=\"0.05\"} 1")
                .contains("jvm_memory_used_bytes");
        Path file = Files.writeString(folder.resolve("metrics"), scraped);
        assertThat(Promtool.run(file.toFile(), "check", "metrics"))
                .as("promtool check metrics")
                .isEmpty();
    }

    @Test
    void scraperGetsTheFormatItAsksFor() {
        assertThat(MetricsServlet.format(null)).startsWith("text/plain; version=0.0.4");
        assertThat(MetricsServlet.format("*/*")).startsWith("text/plain");
        assertThat(MetricsServlet.format("application/openmetrics-text;version=1.0.0,text/plain;q=0.5"))
                .startsWith("application/openmetrics-text");
    }
}
