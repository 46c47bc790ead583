package org.hotrealm.net.transport;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.hotrealm.net.api.Listening;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open port: made and opened by {@link #open}, closed by {@link #close}. */
final class Transport implements Listening {

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final int HEADER_BYTES = 12_288;
    private static final int SWEEP_MILLIS = 250;
    private static final int GOING_AWAY = 1001;
    private static final int LAST_WORDS_MILLIS = 1_000;
    /** Beyond the WebSockets: requests, and sockets about to be upgraded or refused. */
    private static final int SPARE_CONNECTIONS = 2_000;

    private final Server server;
    private final DoorConnector connector;
    private final Sockets sockets;
    private final Lingering lingering;
    private final @Nullable Certificates certificates;
    private final ExecutorService routeThreads;
    private final ScheduledExecutorService sweeper;

    private Transport(
            Server server,
            DoorConnector connector,
            Sockets sockets,
            Lingering lingering,
            @Nullable Certificates certificates,
            ExecutorService routeThreads) {
        this.server = server;
        this.connector = connector;
        this.sockets = sockets;
        this.lingering = lingering;
        this.certificates = certificates;
        this.routeThreads = routeThreads;
        this.sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("hotrealm-net-sweep").factory());
    }

    /**
     * Opens the port.
     *
     * @throws IllegalStateException where it cannot be opened; the message says what to do
     */
    static Transport open(Settings settings, Sockets sockets, Routes routes) {
        QueuedThreadPool threads =
                new QueuedThreadPool(Math.max(12, 4 * Runtime.getRuntime().availableProcessors()), 4);
        threads.setName("hotrealm-net");
        threads.setDaemon(true);
        Server server = new Server(threads);
        Settings.CertificateFiles files = settings.listen().tls();
        Certificates certificates = files == null ? null : certificates(files);
        Lingering lingering = new Lingering();
        DoorConnector connector =
                prepared(server, settings, new DoorConnector(server, sockets, lingering, factories(certificates)));
        HttpConnections connections = new HttpConnections(sockets);
        connector.addBean(connections);
        ExecutorService routeThreads = Executors.newVirtualThreadPerTaskExecutor();
        Upgrades upgrades = new Upgrades(sockets, WebSocketServerComponents.ensureWebSocketComponents(server));
        Tarpit tarpit = new Tarpit(sockets);
        server.setHandler(new Gateway(sockets, routes, connections, routeThreads, upgrades, tarpit));
        server.setErrorHandler(new Gateway.Unreadable(sockets));
        Transport transport = new Transport(server, connector, sockets, lingering, certificates, routeThreads);
        sockets.closing(false);
        transport.start(settings);
        transport.sweep(connections, tarpit);
        return transport;
    }

    private static Certificates certificates(Settings.CertificateFiles files) {
        try {
            return new Certificates(files);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The players' port cannot be opened with TLS: " + e.getMessage());
        }
    }

    /** HTTP, encrypted where there is a certificate. */
    private static ConnectionFactory[] factories(@Nullable Certificates certificates) {
        HttpConfiguration configuration = http();
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        if (certificates == null) {
            return new ConnectionFactory[] {http};
        }
        // Which of its names a client uses is the client's business to check.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        SslConnectionFactory tls = new SslConnectionFactory(certificates.context(), http.getProtocol());
        return new ConnectionFactory[] {tls, http};
    }

    private static DoorConnector prepared(Server server, Settings settings, DoorConnector connector) {
        Settings.Listen listen = settings.listen();
        connector.setHost(listen.host());
        connector.setPort(listen.port());
        // HttpConnections ends what is late sooner, and counts it; this is for what it cannot see.
        connector.setIdleTimeout(2L * settings.times().request());
        connector.setAcceptQueueSize(1_024);
        connector.setAcceptedTcpNoDelay(listen.noDelay());
        if (listen.sendBytes() > 0) {
            connector.setAcceptedSendBufferSize(listen.sendBytes());
        }
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(settings.limits().connections() + SPARE_CONNECTIONS, connector));
        return connector;
    }

    private void sweep(HttpConnections connections, Tarpit tarpit) {
        sweeper.scheduleWithFixedDelay(
                () -> {
                    try {
                        sweepAll(connections, tarpit, System.nanoTime());
                    } catch (RuntimeException | LinkageError e) {
                        LOG.warn("Looking after the connections failed; it is tried again", e);
                    }
                },
                SWEEP_MILLIS,
                SWEEP_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void sweepAll(HttpConnections connections, Tarpit tarpit, long now) {
        sockets.sweep(now);
        tarpit.sweep(now);
        connections.sweep(now);
        lingering.sweep(now);
        if (certificates != null) {
            certificates.sweep(now);
        }
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        // The gateway refuses ambiguous addresses itself: Jetty would cut the connection along with its answer.
        http.setUriCompliance(UriCompliance.UNSAFE);
        return http;
    }

    private void start(Settings settings) {
        try {
            server.start();
        } catch (Exception e) {
            LOG.debug("The players' port did not open", e);
            stopServer();
            // Without the cause: whoever shows the deepest message shows this sentence.
            throw new IllegalStateException(why(e, settings));
        }
    }

    private static String why(Exception e, Settings settings) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof BindException)) {
            cause = cause.getCause();
        }
        if (cause instanceof BindException || e instanceof IOException) {
            String text = String.valueOf(cause.getMessage());
            return text.contains("in use")
                    ? "Port %d is taken: set PORT to another or stop the other program"
                            .formatted(settings.listen().port())
                    : "Port %d on %s cannot be opened (%s): set PORT or host in the configuration org.hotrealm.net.transport"
                            .formatted(
                                    settings.listen().port(), settings.listen().host(), text);
        }
        return "The players' port %d cannot be opened: %s"
                .formatted(settings.listen().port(), e);
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public String url() {
        return (certificates == null ? "http" : "https") + "://localhost:" + port();
    }

    @Override
    public int connections() {
        return sockets.count();
    }

    /** Closed connections whose clients have not gone yet. */
    int lingering() {
        return lingering.count();
    }

    /** TCP connections open, with those that linger. */
    int tcpConnections() {
        return connector.door().count();
    }

    /** Addresses with a TCP connection open. */
    int addresses() {
        return connector.door().sites();
    }

    /**
     * Tells the open connections that the port closes, with the code on which clients come back, while requests are
     * answered with 503; then closes.
     */
    void close() {
        sockets.closing(true);
        sockets.closeAll(GOING_AWAY, "the port closes", LAST_WORDS_MILLIS);
        sweeper.shutdownNow();
        stopServer();
        lingering.close();
        routeThreads.shutdown();
    }

    private void stopServer() {
        try {
            server.setStopTimeout(0);
            server.stop();
        } catch (Exception e) {
            LOG.warn("The players' port did not close cleanly", e);
        }
    }
}
