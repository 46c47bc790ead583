package org.hotrealm.metrics.prometheus;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Owns the registry, offers it as a service, and has every binder's meters in it while the binder's bundle is there. */
@Component(
        service = {},
        immediate = true)
public final class Metrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Bindings bindings = new Bindings(registry);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final List<MeterBinder> process = List.of(
            new JvmMemoryMetrics(),
            collections,
            new JvmThreadMetrics(),
            new ClassLoaderMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics(),
            new FileDescriptorMetrics(),
            Metrics::processorTime);
    private final ServiceRegistration<?> registration;

    /** Measures the process from now on. */
    @Activate
    public Metrics(BundleContext context) {
        conventions(registry);
        process.forEach(bindings::add);
        String[] types = {MeterRegistry.class.getName(), PrometheusMeterRegistry.class.getName()};
        registration = context.registerService(
                types, registry, FrameworkUtil.asDictionary(Map.of("metrics.format", "prometheus")));
    }

    /** Two meters of the library have names that Prometheus' own linter refuses. */
    private static void conventions(MeterRegistry registry) {
        registry.config()
                .meterFilter(MeterFilter.deny(id -> id.getName().equals("process.cpu.time")))
                .meterFilter(new MeterFilter() {
                    @Override
                    public Meter.Id map(Meter.Id id) {
                        return id.getName().equals("system.cpu.count") ? id.withName("system.cpus") : id;
                    }
                });
    }

    private static void processorTime(MeterRegistry to) {
        FunctionCounter.builder("process.cpu", ProcessHandle.current(), Metrics::processorSeconds)
                .baseUnit("seconds")
                .description("Processor time this process has used, of all cores")
                .register(to);
    }

    private static double processorSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    @Reference(
            service = MeterBinder.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bind(MeterBinder binder) {
        bindings.add(binder);
    }

    void unbind(MeterBinder binder) {
        bindings.remove(binder);
    }

    @Deactivate
    void close() {
        registration.unregister();
        collections.close();
        bindings.clear();
        registry.close();
    }
}
