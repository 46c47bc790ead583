package org.hotrealm.net.transport;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where players connect, and what one connection may cost. A change of where and how is listened reopens the port. */
@ObjectClassDefinition(name = "Hotrealm transport", description = "HTTP and WebSocket for players.")
@interface TransportConfig {

    @AttributeDefinition(description = "Address to listen on; 0.0.0.0 for all.")
    String host() default "0.0.0.0";

    @AttributeDefinition(
            description = "Port; the framework property or environment variable PORT overrides it; 0 for any.",
            min = "0",
            max = "65535")
    int port() default 2567;

    @AttributeDefinition(
            description =
                    "PEM file with the certificate and its chain; with it the port speaks TLS only. Read again when"
                            + " it changes.")
    String tls_certificate() default "";

    @AttributeDefinition(description = "PEM file with the certificate's private key, PKCS #8 without a password.")
    String tls_key() default "";

    @AttributeDefinition(
            description = "WebSockets open at the same time; more get status 503.",
            min = "1",
            max = "1048576")
    int connections_max() default 20_000;

    @AttributeDefinition(
            description = "WebSockets of one address at the same time; more get status 429. Of TCP connections twice as"
                    + " many, more are closed at once. 0 for no limit.",
            min = "0",
            max = "1048576")
    int connections_per_address_max() default 200;

    @AttributeDefinition(
            description =
                    "Addresses and networks that connections.per.address.max does not hold for. Behind a proxy that"
                            + " is not in proxies.trusted all players share its address.")
    String[] addresses_unlimited() default {"127.0.0.0/8", "::1"};

    @AttributeDefinition(
            description = "Largest message of a client in bytes; a larger one closes it with 1009.",
            min = "64",
            max = "1048576")
    int message_max_bytes() default 4096;

    @AttributeDefinition(
            description = "Most fragments of one message; more close it with 1008.",
            min = "1",
            max = "10000")
    int message_max_fragments() default 64;

    @AttributeDefinition(
            description = "Pings and pongs of a client per second; more close it with 1008.",
            min = "1",
            max = "10000")
    int control_frames_per_second() default 20;

    @AttributeDefinition(
            description = "Bytes waiting for a slow reader at most, beside what the network holds; more close it with"
                    + " 1001, on which the SDK comes back to a fresh state.",
            min = "4096",
            max = "268435456")
    int queue_max_bytes() default 262_144;

    @AttributeDefinition(
            description =
                    "Bytes waiting for a reader from which its line counts as congested: rooms hold patches back and"
                            + " merge them.",
            min = "0")
    int queue_congested_bytes() default 65_536;

    @AttributeDefinition(
            description =
                    "Bytes of a connection that the operating system may hold for a slow reader; 0 lets it decide.",
            min = "0",
            max = "16777216")
    int socket_send_bytes() default 131_072;

    @AttributeDefinition(
            description = "Time between two pings of a client, in milliseconds.",
            min = "100",
            max = "600000")
    int ping_ms() default 3_000;

    @AttributeDefinition(
            description = "Pings in a row that a client may leave unanswered; it is cut when the next is due.",
            min = "1",
            max = "100")
    int pings_missed_max() default 2;

    @AttributeDefinition(
            description = "Time for a whole request to arrive, and for an idle HTTP connection, in milliseconds.",
            min = "100",
            max = "600000")
    int request_timeout_ms() default 10_000;

    @AttributeDefinition(
            description = "Time for a request to be answered, in milliseconds.",
            min = "100",
            max = "600000")
    int answer_timeout_ms() default 15_000;

    @AttributeDefinition(
            description = "Longest time in microseconds that messages may gather before they are read together, which"
                    + " saves much of the cost of being woken: all of it where 4,000 and more arrive a second, and with"
                    + " fewer as much less. 0 to read at once always.",
            min = "0",
            max = "50000")
    int read_gather_us() default 5_000;

    @AttributeDefinition(
            description = "Largest body of a request in bytes; a larger one gets status 413.",
            min = "64",
            max = "16777216")
    int body_max_bytes() default 16_384;

    @AttributeDefinition(
            description =
                    "Refusals (status 400 and above) of one address per second that are answered at once; further ones"
                            + " wait for refusal.delay.ms. 0 to answer all at once.",
            min = "0",
            max = "1000000")
    int refusals_per_second() default 20;

    @AttributeDefinition(
            description = "How long whoever is refused too often waits for the next refusal, in milliseconds.",
            min = "1",
            max = "5000")
    int refusal_delay_ms() default 500;

    @AttributeDefinition(
            description =
                    "Origins of pages that may open a WebSocket: https://play.example, https://*.play.example,"
                            + " http://localhost:*, null, or * for all. The own host always may, and so may what is no browser.")
    String[] origins() default {
        "http://localhost:*", "https://localhost:*", "http://127.0.0.1:*", "https://127.0.0.1:*", "http://[::1]:*"
    };

    @AttributeDefinition(
            description =
                    "Origins of pages that may read HTTP answers. Cookies of pages that are not in origins reach no"
                            + " route in any case.")
    String[] cors_origins() default {"*"};

    @AttributeDefinition(
            description = "Proxies whose forwarding headers are believed: addresses, or networks such as 10.0.0.0/8.")
    String[] proxies_trusted() default {};

    @AttributeDefinition(description = "Whether small writes are sent at once (TCP_NODELAY).")
    boolean tcp_nodelay() default true;
}
