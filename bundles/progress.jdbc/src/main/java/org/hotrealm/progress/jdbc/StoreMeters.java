package org.hotrealm.progress.jdbc;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.hotrealm.progress.api.ProgressStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the store is doing. */
@Component(service = MeterBinder.class)
public final class StoreMeters implements MeterBinder {

    private final ProgressStore store;

    /** Meters of this bundle's store. */
    @Activate
    public StoreMeters(@Reference ProgressStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hotrealm.progress.up", store, all -> all.state().available() ? 1 : 0)
                .description("Whether the store of progress answered last time")
                .register(registry);
        Gauge.builder("hotrealm.progress.waiting", store, all -> all.state().waiting())
                .description("Characters that wait to be stored")
                .register(registry);
        FunctionCounter.builder(
                        "hotrealm.progress.saves", store, all -> all.state().stored())
                .description("Saves that were stored")
                .register(registry);
        FunctionCounter.builder(
                        "hotrealm.progress.commits", store, all -> all.state().commits())
                .description("Transactions that were committed")
                .register(registry);
    }
}
