package org.hotrealm.room.basic;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of a relay. */
@ObjectClassDefinition(name = "Hotrealm relay room")
@interface RelayConfig {

    @AttributeDefinition(description = "What clients join")
    String name() default "relay";

    @AttributeDefinition(description = "Seats at most", min = "1", max = "1000000")
    int max_clients() default 1000;

    @AttributeDefinition(
            description = "Seconds that a dropped client's place is kept at most",
            min = "0",
            max = "86400")
    int hold_seconds() default 0;
}
