package org.hotrealm.realm.api;

import org.hotrealm.content.api.ItemDef;
import org.jspecify.annotations.Nullable;

/** What an actor wants to do. A wish: the server decides. */
public sealed interface Intent {

    /** Who wants it. */
    int actor();

    /**
     * To walk in a direction until told otherwise.
     *
     * @param actor who
     * @param directionX -1 to 1
     * @param directionY -1 to 1; longer than 1 together is shortened to 1
     * @param seq the client's running number of this input
     */
    record Walk(int actor, double directionX, double directionY, long seq) implements Intent {}

    /**
     * To use a skill.
     *
     * @param actor who
     * @param skill the skill's id
     * @param target the actor aimed at, or 0
     * @param x the point aimed at; the target's place where a target is given
     * @param y the point aimed at
     */
    record Use(int actor, String skill, int target, double x, double y) implements Intent {}

    /** To pick up a drop. */
    record PickUp(int actor, int drop) implements Intent {}

    /** To use an item up, such as a potion. */
    record Consume(int actor, String item) implements Intent {}

    /**
     * To wear an item out of the bag.
     *
     * @param slot where, or null for wherever it is worn
     */
    record Equip(int actor, ItemDef.@Nullable Slot slot, String item) implements Intent {}

    /** To take off what is worn at a place of the body. */
    record Unequip(int actor, ItemDef.Slot slot) implements Intent {}

    /** To throw so many of an item away. */
    record Discard(int actor, String item, int quantity) implements Intent {}

    /** To come back to life at the zone's start. */
    record Return(int actor) implements Intent {}

    /** To say something. */
    record Say(int actor, String text) implements Intent {}
}
