package org.hotrealm.realm.api;

/** What happened in a tick. Clients in sight hear of it; systems later in the tick may act on it. */
public sealed interface Event {

    /** The actor it is about: where it is heard is judged by this one's place. */
    int actor();

    /** Somebody lost hit points. {@code actor} is the victim. */
    record Hurt(int actor, int source, String skill, int amount) implements Event {}

    /** Somebody got hit points. */
    record Healed(int actor, int source, String skill, int amount) implements Event {}

    /** Somebody died. */
    record Died(int actor, int killer) implements Event {}

    /** Somebody came back. */
    record Returned(int actor) implements Event {}

    /** A cast began ({@code lands} in ticks from now; 0 at once). */
    record CastBegun(int actor, String skill, int target, double x, double y, int lands) implements Event {}

    /** A cast took effect. */
    record CastLanded(int actor, String skill, int target, double x, double y) implements Event {}

    /** A cast broke off. */
    record CastBroken(int actor, String skill, String reason) implements Event {}

    /** A wish was not granted. Only the actor's own client hears of it. */
    record Refused(int actor, String wish, String reason) implements Event {}

    /** Something fell to the ground; {@code actor} is who dropped it. */
    record Dropped(int actor, int drop, String item, int quantity) implements Event {}

    /** Somebody picked something up. */
    record PickedUp(int actor, int drop, String item, int quantity) implements Event {}

    /** Somebody used an item up. */
    record Consumed(int actor, String item) implements Event {}

    /** Somebody got experience. Only the actor's own client hears of it. */
    record Gained(int actor, int xp, int from) implements Event {}

    /** Somebody reached a level. */
    record Levelled(int actor, int level) implements Event {}

    /** Somebody said something. */
    record Said(int actor, String text) implements Event {}
}
