package org.hotrealm.realm.api;

/** The phases of a realm's tick, in order. A system names one; systems of one phase run in order of their names. */
public enum Phase {
    /** What players asked for is checked and put into the world. */
    INTENT,
    /** Everybody walks. */
    MOVE,
    /** Monsters decide. */
    AI,
    /** Casts begin, go on and land. */
    SKILL,
    /** Effects change hit points; the dead die. */
    COMBAT,
    /** Drops appear and are picked up. */
    LOOT,
    /** Corpses go, the dead return. */
    RESPAWN
}
