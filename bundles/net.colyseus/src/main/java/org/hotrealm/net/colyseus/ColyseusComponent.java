package org.hotrealm.net.colyseus;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.ConnectionHandler;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Speaks the Colyseus protocol over the transport's connections and routes; the rooms may come and go. */
@Component(
        service = {ConnectionHandler.class, HttpRoute.class, MeterBinder.class},
        immediate = true,
        configurationPid = "org.hotrealm.net.colyseus")
@Designate(ocd = ColyseusConfig.class)
public final class ColyseusComponent implements ConnectionHandler, HttpRoute, MeterBinder {

    private final Matchmaking matchmaking;
    private final Lines lines;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hotrealm-colyseus").factory());

    private List<ServiceRegistration<HttpRoute>> olderPaths = List.of();

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Rooms rooms;

    /** Checks the configuration. */
    @Activate
    public ColyseusComponent(ColyseusConfig config) {
        Settings settings = Settings.from(config);
        matchmaking = new Matchmaking(this::rooms, settings);
        lines = new Lines(this::rooms, settings);
    }

    private @Nullable Rooms rooms() {
        return rooms;
    }

    @Activate
    void start(BundleContext context) {
        olderPaths = Endpoint.OLDER_PATHS.stream()
                .map(path -> context.registerService(HttpRoute.class, new OlderRoute(path, this), null))
                .toList();
        clock.scheduleWithFixedDelay(this::check, 1, 1, TimeUnit.SECONDS);
    }

    private void check() {
        long now = System.nanoTime();
        lines.check(now);
        matchmaking.check(now);
    }

    @Modified
    void modified(ColyseusConfig config) {
        Settings next = Settings.from(config);
        matchmaking.settings(next);
        lines.settings(next);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
        olderPaths.forEach(ServiceRegistration::unregister);
        lines.letGo();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Rule rule : Rule.values()) {
            FunctionCounter.builder("hotrealm.protocol.breaches", lines.breaches(), breaches -> breaches.count(rule))
                    .description("Clients closed for breaking the protocol's rules")
                    .tag("rule", rule.tag())
                    .register(registry);
        }
    }

    @Override
    public String prefix() {
        return Matchmaking.PREFIX;
    }

    @Override
    public CompletionStage<HttpReply> handle(HttpCall call) {
        return matchmaking.handle(call);
    }

    @Override
    public void opened(Connection connection) {
        lines.opened(connection);
    }

    @Override
    public void adopted(Connection connection) {
        lines.adopted(connection);
    }

    @Override
    public void frame(Connection connection, byte[] frame) {
        lines.frame(connection, frame);
    }

    @Override
    public void text(Connection connection, String text) {
        lines.text(connection, text);
    }

    @Override
    public void closed(Connection connection, int code, String reason) {
        lines.closed(connection, code, reason);
    }

    /** Matchmaking below the path of an older generation. */
    private record OlderRoute(String path, ColyseusComponent to) implements HttpRoute {
        @Override
        public String prefix() {
            return path + Matchmaking.PREFIX;
        }

        @Override
        public CompletionStage<HttpReply> handle(HttpCall call) {
            return to.handle(call);
        }
    }
}
