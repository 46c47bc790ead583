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

    /** A shield took damage in place of hit points. {@code actor} is who has the shield. */
    record Shielded(int actor, int source, String skill, int amount) implements Event {}

    /** Somebody got a status that it had not, or lost one. Those whom the dead had go without a word. */
    record Afflicted(int actor, String status, String skill, Status.Kind kind, boolean gained) implements Event {}

    /** Somebody is thrown to a place, or as far as walls let it; it takes so many ticks. */
    record Knocked(int actor, int source, double x, double y, int ticks) implements Event {}

    /** Somebody dashes to a place, or as far as walls let it; it takes so many ticks. */
    record Dashed(int actor, String skill, double x, double y, int ticks) implements Event {}

    /**
     * Skills cool down: {@code skill} (the empty string for none) for so many ticks from now, and all others for at least
     * {@code global} ticks. Only the actor's own client hears of it.
     */
    record Cooling(int actor, String skill, int ticks, int global) implements Event {}

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
