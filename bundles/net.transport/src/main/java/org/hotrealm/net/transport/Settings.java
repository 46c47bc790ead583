package org.hotrealm.net.transport;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The checked configuration.
 *
 * @param listen where and how to listen; a change opens the port anew
 * @param limits what one client may cost
 * @param times how long things may take
 * @param access who may connect
 */
record Settings(Listen listen, Limits limits, Times times, Access access) {

    private static final int MEGABYTE = 1 << 20;

    /**
     * Where and how to listen.
     *
     * @param host address
     * @param port 0 for any
     * @param noDelay TCP_NODELAY
     * @param sendBytes the operating system's buffer of a connection; 0 lets it decide
     * @param tls the certificate, or null for plain TCP
     */
    record Listen(
            String host,
            int port,
            boolean noDelay,
            int sendBytes,
            @Nullable CertificateFiles tls) {
        Listen {
            check("port", port, 0, 65_535);
            check("socket.send.bytes", sendBytes, 0, 16 * MEGABYTE);
        }
    }

    /**
     * The files of a certificate.
     *
     * @param certificate the chain
     * @param key the private key
     */
    record CertificateFiles(Path certificate, Path key) {

        static @Nullable CertificateFiles of(String certificate, String key) {
            if (certificate.isBlank() && key.isBlank()) {
                return null;
            }
            if (certificate.isBlank() || key.isBlank()) {
                throw new IllegalArgumentException(
                        "%s in the configuration org.hotrealm.net.transport is missing: TLS needs tls.certificate and tls.key"
                                .formatted(key.isBlank() ? "tls.key" : "tls.certificate"));
            }
            return new CertificateFiles(Path.of(certificate.strip()), Path.of(key.strip()));
        }
    }

    /**
     * What a client may cost.
     *
     * @param connections WebSockets at the same time
     * @param ofAddress WebSockets of one address; 0 for no limit
     * @param messageBytes largest message of a client
     * @param fragments most fragments of a message
     * @param controlFrames pings and pongs of a client per second
     * @param queueBytes bytes waiting for a slow reader
     * @param congestedBytes bytes waiting from which a line counts as congested
     * @param bodyBytes largest body
     * @param refusals refusals of an address per second that are answered at once; 0 for all
     */
    record Limits(
            int connections,
            int ofAddress,
            int messageBytes,
            int fragments,
            int controlFrames,
            int queueBytes,
            int congestedBytes,
            int bodyBytes,
            int refusals) {
        Limits {
            check("connections.max", connections, 1, MEGABYTE);
            check("connections.per.address.max", ofAddress, 0, MEGABYTE);
            check("message.max.bytes", messageBytes, 64, MEGABYTE);
            check("message.max.fragments", fragments, 1, 10_000);
            check("control.frames.per.second", controlFrames, 1, 10_000);
            check("queue.max.bytes", queueBytes, 4_096, 256 * MEGABYTE);
            check("queue.congested.bytes", congestedBytes, 0, queueBytes);
            check("body.max.bytes", bodyBytes, 64, 16 * MEGABYTE);
            check("refusals.per.second", refusals, 0, 1_000_000);
        }
    }

    /**
     * How long things may take, in milliseconds.
     *
     * @param ping between two pings
     * @param pingsMissed unanswered pings before a cut
     * @param request for a request to arrive
     * @param answer for a request to be answered
     * @param refusal that whoever is refused too often waits for the answer
     * @param gatherMicros for messages to come together, in microseconds
     */
    record Times(int ping, int pingsMissed, int request, int answer, int refusal, int gatherMicros) {
        Times {
            check("ping.ms", ping, 100, 600_000);
            check("pings.missed.max", pingsMissed, 1, 100);
            check("request.timeout.ms", request, 100, 600_000);
            check("answer.timeout.ms", answer, 100, 600_000);
            check("refusal.delay.ms", refusal, 1, 5_000);
            check("read.gather.us", gatherMicros, 0, 50_000);
        }

        long gatherNanos() {
            return gatherMicros * 1_000L;
        }

        /** How long a client may say nothing at all. */
        Duration silence() {
            return Duration.ofMillis((pingsMissed + 1L) * ping);
        }
    }

    /**
     * Who may connect.
     *
     * @param sockets pages that may open a WebSocket
     * @param readers pages that may read HTTP answers
     * @param proxies whose forwarding headers are believed
     * @param unlimited addresses without a limit of connections
     */
    record Access(Origins sockets, Origins readers, Networks proxies, Networks unlimited) {}

    /** Reads the configuration. The port given here beats the configured one where it is not negative. */
    static Settings from(TransportConfig config, int portGiven) {
        return new Settings(
                new Listen(
                        config.host(),
                        portGiven >= 0 ? portGiven : config.port(),
                        config.tcp_nodelay(),
                        config.socket_send_bytes(),
                        CertificateFiles.of(config.tls_certificate(), config.tls_key())),
                new Limits(
                        config.connections_max(),
                        config.connections_per_address_max(),
                        config.message_max_bytes(),
                        config.message_max_fragments(),
                        config.control_frames_per_second(),
                        config.queue_max_bytes(),
                        config.queue_congested_bytes(),
                        config.body_max_bytes(),
                        config.refusals_per_second()),
                new Times(
                        config.ping_ms(),
                        config.pings_missed_max(),
                        config.request_timeout_ms(),
                        config.answer_timeout_ms(),
                        config.refusal_delay_ms(),
                        config.read_gather_us()),
                new Access(
                        Origins.parse("origins", config.origins()),
                        Origins.parse("cors.origins", config.cors_origins()),
                        Networks.parse("proxies.trusted", config.proxies_trusted()),
                        Networks.parse("addresses.unlimited", config.addresses_unlimited())));
    }

    private static void check(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s in the configuration org.hotrealm.net.transport is %d, allowed are %d to %d"
                            .formatted(key, value, least, most));
        }
    }
}
