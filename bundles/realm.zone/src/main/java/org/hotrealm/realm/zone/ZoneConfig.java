package org.hotrealm.realm.zone;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the room type. */
@ObjectClassDefinition(name = "Hotrealm realm")
@interface ZoneConfig {

    /** Seats. */
    @AttributeDefinition(description = "Players in one realm at most.", min = "1", max = "1000000")
    int maxClients() default 500;

    /** Return. */
    @AttributeDefinition(
            description = "How long the seat of a client that lost its connection is kept, in seconds.",
            min = "0",
            max = "3600")
    int holdSeconds() default 30;

    /** End. */
    @AttributeDefinition(
            description = "How long a realm without players lives on, in minutes; 0 for ever.",
            min = "0",
            max = "1000000")
    int emptyMinutes() default 30;

    /** Operators among the players. */
    @AttributeDefinition(
            description =
                    "Players who show it on joining, in the game's settings, may ask monsters why they do what they do; "
                            + "at least 12 characters. Without one only players on the server's own machine may.",
            type = AttributeType.PASSWORD)
    String operatorPassword() default "";

    /** Parts. */
    @AttributeDefinition(description = "The systems that realms pin, third parties' included.")
    String[] systems() default {"monsters", "skills", "loot"};
}
