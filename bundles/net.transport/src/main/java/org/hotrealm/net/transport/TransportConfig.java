package org.hotrealm.net.transport;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where players connect, and what one connection may cost. A change of host or port reopens the port. */
@ObjectClassDefinition(name = "Hotrealm transport", description = "HTTP and WebSocket for players.")
@interface TransportConfig {

    @AttributeDefinition(description = "Address to listen on; 0.0.0.0 for all.")
    String host() default "0.0.0.0";

    @AttributeDefinition(
            description = "Port; the framework property or environment variable PORT overrides it; 0 for any.")
    int port() default 2567;

    @AttributeDefinition(description = "WebSockets open at the same time.")
    int connections_max() default 20_000;

    @AttributeDefinition(description = "Connections of one address at the same time; 0 for no limit.")
    int connections_per_address_max() default 0;

    @AttributeDefinition(description = "Largest message of a client in bytes; a larger one closes it with 1009.")
    int message_max_bytes() default 4096;

    @AttributeDefinition(description = "Most fragments of one message; more close it with 1008.")
    int message_max_fragments() default 64;

    @AttributeDefinition(description = "Pings and pongs of a client per second; more close it with 1008.")
    int control_frames_per_second() default 20;

    @AttributeDefinition(description = "Bytes waiting for a slow reader at most; more close it with 1001.")
    int queue_max_bytes() default 1_048_576;

    @AttributeDefinition(description = "Silence after which a client is pinged, in milliseconds.")
    int ping_ms() default 4_000;

    @AttributeDefinition(description = "Silence after which a client is cut, in milliseconds.")
    int silence_max_ms() default 12_000;

    @AttributeDefinition(
            description = "Time for a whole request to arrive, and for an idle HTTP connection, in milliseconds.")
    int request_timeout_ms() default 10_000;

    @AttributeDefinition(description = "Time for a request to be answered, in milliseconds.")
    int answer_timeout_ms() default 15_000;

    @AttributeDefinition(description = "Largest body of a request in bytes; a larger one gets status 413.")
    int body_max_bytes() default 16_384;

    @AttributeDefinition(
            description =
                    "Origins of pages that may connect, such as https://play.example; * for all. The own host always may.")
    String[] origins() default {"*"};

    @AttributeDefinition(
            description = "Proxies whose forwarding headers are believed: addresses, or networks such as 10.0.0.0/8.")
    String[] proxies_trusted() default {};

    @AttributeDefinition(description = "Whether small writes are sent at once (TCP_NODELAY).")
    boolean tcp_nodelay() default true;
}
