package org.hotrealm.room.basic;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of a queue. */
@ObjectClassDefinition(name = "Hotrealm queue room")
@interface QueueConfig {

    @AttributeDefinition(description = "What clients join")
    String name() default "queue";

    @AttributeDefinition(description = "Type of the rooms that groups play in")
    String match_room() default "match";

    @AttributeDefinition(description = "Players of a group", min = "1", max = "10000")
    int players() default 4;

    @AttributeDefinition(description = "Players of a team; 0 for no teams", min = "0")
    int team_size() default 0;

    @AttributeDefinition(description = "Milliseconds between two attempts to make groups", min = "100", max = "60000")
    int cycle_millis() default 1000;

    @AttributeDefinition(
            description = "Cycles after which a client is grouped whatever its rank",
            min = "1",
            max = "100000")
    int cycles_priority() default 10;

    @AttributeDefinition(description = "Cycles after which an incomplete group may begin", min = "1", max = "100000")
    int cycles_most() default 15;

    @AttributeDefinition(description = "Whether incomplete groups begin")
    boolean incomplete() default false;
}
