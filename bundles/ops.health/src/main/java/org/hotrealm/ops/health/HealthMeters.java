package org.hotrealm.ops.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What {@code /health} and {@code /health/ready} say, as numbers. */
@Component(service = MeterBinder.class)
public final class HealthMeters implements MeterBinder {

    private final HealthCheckExecutor executor;

    /** Has this executor run the checks; it remembers what they said for some seconds. */
    @Activate
    public HealthMeters(@Reference HealthCheckExecutor executor) {
        this.executor = executor;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hotrealm.health", executor, HealthMeters::worst)
                .description("Worst health: 0 OK, 1 WARN, 2 TEMPORARILY_UNAVAILABLE, 3 CRITICAL, 4 HEALTH_CHECK_ERROR")
                .register(registry);
        Gauge.builder("hotrealm.ready", executor, HealthMeters::ready)
                .description("Whether players should be sent to this node")
                .register(registry);
    }

    @SuppressWarnings("EnumOrdinal") // the order of the levels is that of the library, and documented
    private static double worst(HealthCheckExecutor executor) {
        return Report.of(executor.execute(HealthServlet.ALL)).status().ordinal();
    }

    private static double ready(HealthCheckExecutor executor) {
        Report report = Report.of(executor.execute(HealthCheckSelector.tags("ready")));
        return report.status() == Result.Status.OK ? 1 : 0;
    }
}
