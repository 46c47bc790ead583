package org.hotrealm.realm.api;

/** The states of a monster. The order is that of the wire. */
public enum AiState {
    /** Stands and looks around. */
    IDLE,
    /** Strolls in its area or along its waypoints. */
    PATROL,
    /** Runs after its target. */
    CHASE,
    /** In reach of its target, and hitting it. */
    ATTACK,
    /** Runs away. */
    FLEE,
    /** Goes home, healing, hurt by nobody. */
    RETURN,
    /** A corpse, or waiting for its return. */
    DEAD
}
