package org.hotrealm.realm.api;

/**
 * Something that somebody has for a while, such as a bleeding wound or a shield. It carries its own numbers: what it was
 * gained with stays until it ends or is gained anew.
 *
 * @param id unique in its actor: the skill's id; for a skill's later effects {@code skill/index}; where each source has one
 *     of its own {@code skill/index/source}
 * @param skill the skill it comes from
 * @param kind what it does
 * @param source who gave it; may be gone by now
 * @param attribute the attribute that a buff or debuff changes; the empty string for the other kinds
 * @param amount of one stack: points of each pulse, points a shield takes yet, what an attribute gains or loses, the
 *     percentage that a slow takes
 * @param stacks how often it counts, from 1
 * @param every ticks from one pulse to the next; 0 where it has none
 * @param pierces whether armour counts nothing against its pulses
 * @param begun the tick in which it was first gained; pulses count from here
 * @param ends the tick in which it ends
 */
public record Status(
        String id,
        String skill,
        Kind kind,
        int source,
        String attribute,
        double amount,
        int stacks,
        int every,
        boolean pierces,
        long begun,
        long ends) {

    /** The same with another amount. */
    public Status withAmount(double next) {
        return new Status(id, skill, kind, source, attribute, next, stacks, every, pierces, begun, ends);
    }

    /** The amount of all its stacks. */
    public double total() {
        return amount * stacks;
    }

    /** What a status does. The order is that of the wire. */
    public enum Kind {
        /** Adds to an attribute. */
        BUFF,
        /** Takes from an attribute. */
        DEBUFF,
        /** Takes hit points at each pulse. */
        DAMAGE_OVER_TIME,
        /** Gives hit points at each pulse. */
        HEAL_OVER_TIME,
        /** Takes damage in place of hit points until its amount is used up. */
        SHIELD,
        /** Holds back steps and skills. */
        STUN,
        /** Holds back steps. */
        ROOT,
        /** Makes steps slower by a percentage; of several the strongest counts. */
        SLOW;

        /** Whether it is a good thing to have. */
        public boolean helpful() {
            return this == BUFF || this == HEAL_OVER_TIME || this == SHIELD;
        }
    }
}
