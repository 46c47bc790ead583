package org.hotrealm.net.transport;

import java.util.Set;

/**
 * The checked configuration.
 *
 * @param host where to listen
 * @param port where to listen; 0 for any
 * @param connections WebSockets at the same time
 * @param connectionsPerAddress connections of one address; 0 for no limit
 * @param messageBytes largest message of a client
 * @param fragments most fragments of a message
 * @param controlFrames pings and pongs of a client per second
 * @param queueBytes bytes waiting for a slow reader
 * @param pingMillis silence before a ping
 * @param silenceMillis silence before a cut
 * @param requestMillis for a request to arrive
 * @param answerMillis for a request to be answered
 * @param bodyBytes largest body
 * @param origins pages that may connect; {@code *} for all
 * @param proxies whose forwarding headers are believed
 * @param noDelay TCP_NODELAY
 */
record Settings(
        String host,
        int port,
        int connections,
        int connectionsPerAddress,
        int messageBytes,
        int fragments,
        int controlFrames,
        int queueBytes,
        int pingMillis,
        int silenceMillis,
        int requestMillis,
        int answerMillis,
        int bodyBytes,
        Set<String> origins,
        Networks proxies,
        boolean noDelay) {

    Settings {
        check("port", port, 0, 65_535);
        check("connections.max", connections, 1, 1_000_000);
        check("connections.per.address.max", connectionsPerAddress, 0, 1_000_000);
        check("message.max.bytes", messageBytes, 64, 1 << 20);
        check("message.max.fragments", fragments, 1, 10_000);
        check("control.frames.per.second", controlFrames, 1, 10_000);
        check("queue.max.bytes", queueBytes, 4_096, 1 << 28);
        check("ping.ms", pingMillis, 100, 600_000);
        check("silence.max.ms", silenceMillis, 2 * pingMillis, 3_600_000);
        check("request.timeout.ms", requestMillis, 100, 600_000);
        check("answer.timeout.ms", answerMillis, 100, 600_000);
        check("body.max.bytes", bodyBytes, 64, 1 << 24);
    }

    /** Reads the configuration. The port given here beats the configured one where it is not negative. */
    static Settings from(TransportConfig config, int portGiven) {
        return new Settings(
                config.host(),
                portGiven >= 0 ? portGiven : config.port(),
                config.connections_max(),
                config.connections_per_address_max(),
                config.message_max_bytes(),
                config.message_max_fragments(),
                config.control_frames_per_second(),
                config.queue_max_bytes(),
                config.ping_ms(),
                config.silence_max_ms(),
                config.request_timeout_ms(),
                config.answer_timeout_ms(),
                config.body_max_bytes(),
                Set.of(config.origins()),
                Networks.parse(config.proxies_trusted()),
                config.tcp_nodelay());
    }

    private static void check(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s in the configuration org.hotrealm.net.transport is %d, allowed are %d to %d"
                            .formatted(key, value, least, most));
        }
    }
}
