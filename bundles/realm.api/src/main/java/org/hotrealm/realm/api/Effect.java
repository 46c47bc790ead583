package org.hotrealm.realm.api;

/** What a skill does to somebody, carried out in the COMBAT phase. */
public sealed interface Effect {

    /** Who did it; 0 for nobody. */
    int source();

    /** Whom it meets. */
    int target();

    /** The skill it comes from. */
    String skill();

    /** Takes hit points. */
    record Damage(int source, int target, String skill, int amount) implements Effect {}

    /** Gives hit points. */
    record Heal(int source, int target, String skill, int amount) implements Effect {}
}
