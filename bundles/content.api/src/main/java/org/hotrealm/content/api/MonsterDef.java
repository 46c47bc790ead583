package org.hotrealm.content.api;

import java.util.List;
import java.util.Map;

/**
 * A kind of monster ({@code monsters.json}). Distances in tiles, speeds in tiles a second, times in milliseconds.
 *
 * @param id the kind, such as {@code goblin}
 * @param name for people
 * @param level for experience and display
 * @param hp hit points
 * @param speed when chasing or fleeing
 * @param patrolSpeed when strolling
 * @param aggression whom it attacks of itself
 * @param sight how far it perceives
 * @param fieldOfView degrees it sees ahead; 360 sees all around
 * @param leash how far from home it goes before it turns back
 * @param fleeBelow share of hit points below which it flees; 0 never
 * @param fleeMillis how long it flees before it looks around again
 * @param assist within this distance its kind comes to help; 0 never
 * @param patrol how it strolls
 * @param attributes what formulas may use
 * @param skills skill ids, the first being its basic attack
 * @param loot loot table id, or the empty string
 * @param xp experience for killing it
 * @param corpseMillis how long the corpse lies
 * @param respawnMillis from the end of the corpse to the return
 * @param respawnJitter up to this is added at random
 * @param split what it falls apart into when it dies; {@link Split#NONE} for nothing
 */
public record MonsterDef(
        String id,
        String name,
        int level,
        int hp,
        double speed,
        double patrolSpeed,
        Aggression aggression,
        double sight,
        double fieldOfView,
        double leash,
        double fleeBelow,
        int fleeMillis,
        double assist,
        Patrol patrol,
        Map<String, Double> attributes,
        List<String> skills,
        String loot,
        int xp,
        int corpseMillis,
        int respawnMillis,
        int respawnJitter,
        Split split) {

    /** Copies the collections. */
    public MonsterDef {
        attributes = Map.copyOf(attributes);
        skills = List.copyOf(skills);
    }

    /**
     * What a monster falls apart into when it dies. Those belong to no spawn: they do not come back, and vanish when they
     * have been at peace for a while.
     *
     * @param into the kind of the parts
     * @param count how many
     * @param lastsMillis how long they stay at peace before they vanish
     */
    public record Split(String into, int count, int lastsMillis) {

        /** Dies like others. */
        public static final Split NONE = new Split("", 0, 0);
    }

    /** Whom a monster attacks of itself. */
    public enum Aggression {
        /** Nobody; fights back. */
        PASSIVE,
        /** Whoever it sees. */
        AGGRESSIVE,
        /** Whoever attacks its kind near by. */
        NEUTRAL
    }

    /**
     * How it strolls. The way itself (area or waypoints) belongs to the spawn in the zone.
     *
     * @param mode random points of the area, or the waypoints of its path
     * @param pauseLeast shortest rest between two ways
     * @param pauseMost longest rest
     */
    public record Patrol(Mode mode, int pauseLeast, int pauseMost) {

        /** The manner of the stroll. */
        public enum Mode {
            /** Stays where it is. */
            NONE,
            /** Random points of its area. */
            RANDOM,
            /** Along its waypoints and over again. */
            LOOP,
            /** Along its waypoints and back. */
            PING_PONG
        }
    }
}
