package org.hotrealm.room.basic;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of a lobby. */
@ObjectClassDefinition(name = "Hotrealm lobby room")
@interface LobbyConfig {

    @AttributeDefinition(description = "What clients join")
    String name() default "lobby";

    @AttributeDefinition(
            description =
                    "Milliseconds after which it looks at the rooms again though no change was told, as when a node died",
            min = "100",
            max = "60000")
    int refresh_millis() default 5000;
}
