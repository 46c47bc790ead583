package org.hotrealm.net.transport;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import org.hotrealm.net.api.ConnectionHandler;
import org.hotrealm.net.api.HttpRoute;
import org.hotrealm.net.api.Listening;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the players' port and serves it with whatever routes and handler are there. Owns the sockets; everything it
 * refers to may come and go. What it offers is registered by hand, so that it is there
 * only while the port is open.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.hotrealm.net.transport")
@Designate(ocd = TransportConfig.class)
public final class TransportComponent {

    private static final Logger LOG = LoggerFactory.getLogger(TransportComponent.class);

    private final Routes routes = new Routes();
    private final Sockets sockets;
    private final BundleContext context;
    private @Nullable Transport transport;
    private List<ServiceRegistration<?>> registrations = List.of();

    /** Checks the configuration. */
    @Activate
    public TransportComponent(BundleContext context, TransportConfig config) {
        this.context = context;
        sockets = new Sockets(settings(config));
    }

    private Settings settings(TransportConfig config) {
        return Settings.from(config, port(context.getProperty("PORT"), System.getenv("PORT")));
    }

    /** Opens the port once what serves it is bound; fails with one clear sentence where it cannot. */
    @Activate
    void open() {
        Transport opened = Transport.open(sockets.settings(), sockets, routes);
        transport = opened;
        registrations = List.of(
                context.registerService(MeterBinder.class, new TransportMeters(sockets), null),
                context.registerService(Listening.class, opened, null));
        LOG.info("Players connect at {}", opened.url());
    }

    /** Limits change at once and close nothing; another host, port or file of a certificate opens anew. */
    @Modified
    void modified(TransportConfig config) {
        Settings before = sockets.settings();
        Settings next = settings(config);
        if (next.listen().equals(before.listen())) {
            sockets.settings(next);
            return;
        }
        if (next.listen().tls() != null) {
            Certificates.load(next.listen().tls());
        }
        sockets.settings(next);
        close();
        try {
            open();
        } catch (IllegalStateException e) {
            sockets.settings(before);
            open();
            throw e;
        }
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations = List.of();
        Transport opened = transport;
        transport = null;
        if (opened != null) {
            opened.close();
        }
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    void bindRoute(HttpRoute route, Map<String, ?> properties) {
        routes.add(route, properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0);
    }

    void unbindRoute(HttpRoute route) {
        routes.remove(route);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
    void bindHandler(ConnectionHandler handler) {
        sockets.serve(handler);
    }

    void unbindHandler(ConnectionHandler handler) {
        sockets.leave(handler);
    }

    /** The first port that was given; -1 where none was. */
    static int port(@Nullable String... given) {
        for (String text : given) {
            if (text != null && !text.isBlank()) {
                try {
                    return Integer.parseInt(text.strip());
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(
                            "PORT is '%s', needed is a number up to 65535".formatted(text), e);
                }
            }
        }
        return -1;
    }
}
