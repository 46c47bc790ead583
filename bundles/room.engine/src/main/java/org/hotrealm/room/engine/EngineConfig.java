package org.hotrealm.room.engine;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the room engine. */
@ObjectClassDefinition(name = "Hotrealm room engine")
@interface EngineConfig {

    @AttributeDefinition(description = "Threads that run rooms; 0 is one per core", min = "0", max = "256")
    int workers() default 0;

    @AttributeDefinition(description = "Rooms on this node at most", min = "1", max = "1000000")
    int rooms_most() default 5000;

    @AttributeDefinition(
            description =
                    "host:port where clients reach this node; empty takes PUBLIC_ADDRESS, else localhost and the players' port")
    String public_address() default "";

    @AttributeDefinition(description = "Seed of the rooms' random numbers; 0 takes a new one for every room")
    long seed() default 0;

    @AttributeDefinition(
            description = "Milliseconds that a bundle going away waits for rooms to let go of its services",
            min = "10",
            max = "60000")
    int rebind_deadline_millis() default 2000;

    @AttributeDefinition(
            description =
                    "Milliseconds after which a hook counts as stuck: its thread is replaced, its room goes on without what hangs",
            min = "250",
            max = "600000")
    int hook_limit_millis() default 750;

    @AttributeDefinition(
            description =
                    "Milliseconds that a reserved seat waits for its client; 0 takes COLYSEUS_SEAT_RESERVATION_TIME (in seconds), else 15000",
            min = "0",
            max = "3600000")
    int seat_millis() default 0;

    @AttributeDefinition(
            description = "Reserved seats that nobody has taken, for each client address, at most",
            min = "1",
            max = "1000000")
    int address_seats_pending() default 256;

    @AttributeDefinition(
            description = "Rooms made for each client address that nobody has joined, at most",
            min = "1",
            max = "1000000")
    int address_rooms_pending() default 16;

    @AttributeDefinition(
            description = "Rooms made for each client address that have not ended, joined or not, at most",
            min = "1",
            max = "1000000")
    int address_rooms_open() default 200;

    @AttributeDefinition(
            description =
                    "Milliseconds for which changes are merged for a client whose line is congested; after that it gets a full"
                            + " state when the line is free again",
            min = "0",
            max = "600000")
    int slow_merge_millis() default 2000;

    @AttributeDefinition(
            description = "Milliseconds that a client's line may be congested; then it is dropped with 1001",
            min = "100",
            max = "3600000")
    int slow_close_millis() default 30_000;

    @AttributeDefinition(
            description =
                    "Whether rooms that cannot keep up give something up, rung by rung: minds that nobody sees, patches and joins,"
                            + " their clock's speed")
    boolean overload_ladder() default true;
}
