package org.hotrealm.net.colyseus;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a client may cost in terms of the protocol. */
@ObjectClassDefinition(name = "Hotrealm Colyseus protocol", description = "Matchmaking and rooms for Colyseus SDKs.")
@interface ColyseusConfig {

    @AttributeDefinition(
            description = "Frames of a client per second, with a second's worth of credit; more close it with 4002.",
            min = "1",
            max = "100000")
    int frames_per_second() default 200;

    @AttributeDefinition(
            description = "Bytes of a client per second, with a second's worth of credit; more close it with 4002.",
            min = "100",
            max = "1000000000")
    int bytes_per_second() default 65_536;

    @AttributeDefinition(
            description =
                    "Matchmaking requests of one address per second, with a second's worth of credit; more get 429.",
            min = "1",
            max = "1000000")
    int joins_per_second() default 300;

    @AttributeDefinition(
            description = "Time for a client to get its seat and acknowledge it, in milliseconds.",
            min = "100",
            max = "600000")
    int join_timeout_ms() default 20_000;

    @AttributeDefinition(
            description = "Time a connection that only measures latency stays open, in milliseconds.",
            min = "100",
            max = "600000")
    int probe_timeout_ms() default 5_000;

    @AttributeDefinition(
            description = "Lists and objects in each other in one payload; deeper closes with 4002.",
            min = "1",
            max = "256")
    int payload_depth() default 32;

    @AttributeDefinition(
            description = "Items of lists and fields of objects in one payload; more close with 4002.",
            min = "1",
            max = "10000000")
    int payload_values() default 2048;

    @AttributeDefinition(
            description = "Keys of one object of a payload; more close with 4002.",
            min = "1",
            max = "1000000")
    int payload_keys() default 256;

    @AttributeDefinition(
            description = "Bytes of one text of a payload; more close with 4002.",
            min = "1",
            max = "100000000")
    int payload_text_bytes() default 4096;

    @AttributeDefinition(
            description =
                    "Where other nodes of the cluster reach this node's port for players: host:port, ws://host:port or"
                            + " wss://host:port. Empty takes this machine's address in its own network.")
    String relay_address() default "";
}
