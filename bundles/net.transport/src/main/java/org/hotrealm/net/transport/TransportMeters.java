package org.hotrealm.net.transport;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** The sockets' figures, counted whether or not anybody asks. */
record TransportMeters(Sockets sockets) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hotrealm.connections", sockets, Sockets::count)
                .description("WebSockets open")
                .register(registry);
        Gauge.builder("hotrealm.queued", sockets, Sockets::queuedBytes)
                .description("Bytes waiting for clients to read them")
                .baseUnit("bytes")
                .register(registry);
        counter(
                registry,
                "hotrealm.frames.received",
                "Messages of clients",
                all -> all.traffic().framesIn());
        counter(
                registry,
                "hotrealm.frames.sent",
                "Messages to clients",
                all -> all.traffic().framesOut());
        bytes(
                registry,
                "hotrealm.received",
                "Bytes of clients' messages",
                all -> all.traffic().bytesIn());
        bytes(
                registry,
                "hotrealm.sent",
                "Bytes of messages to clients",
                all -> all.traffic().bytesOut());
        counter(
                registry,
                "hotrealm.readers.slow",
                "Clients closed for reading too slowly",
                all -> all.offences().count(Offence.SLOW_READER));
        for (Offence kind : Offence.values()) {
            FunctionCounter.builder(
                            "hotrealm.clients.refused",
                            sockets,
                            all -> all.offences().count(kind))
                    .description("Requests refused and clients cut or closed for what they did")
                    .tag("kind", kind.label())
                    .register(registry);
        }
    }

    private void counter(MeterRegistry registry, String name, String description, ToDoubleFunction<Sockets> count) {
        FunctionCounter.builder(name, sockets, count).description(description).register(registry);
    }

    private void bytes(MeterRegistry registry, String name, String description, ToDoubleFunction<Sockets> count) {
        FunctionCounter.builder(name, sockets, count)
                .description(description)
                .baseUnit("bytes")
                .register(registry);
    }
}
