package org.hotrealm.realm.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** A player or a monster. Room thread only. */
@ProviderType
public sealed interface Actor permits Player, Monster {

    /** Unique in the room, rising, never used again. */
    int id();

    /** For people. */
    String name();

    /** Tiles from the left. */
    double x();

    /** Tiles from the top. */
    double y();

    /** Where it looks: radians, 0 to the right, growing clockwise (y is down), in {@code [-π, π)}. */
    double facing();

    /** Turns it. */
    void face(double radians);

    /**
     * How it walks from now on, in tiles a second; the MOVE phase carries it out against the map. (0,0) stops it.
     */
    void walk(double velocityX, double velocityY);

    /** The velocity asked for, to the right. */
    double velocityX();

    /** The velocity asked for, down. */
    double velocityY();

    /** Radius of its body in tiles. */
    double radius();

    /** Its level. */
    int level();

    /** Hit points; 0 is dead. */
    int hp();

    /** Hit points at most. */
    int maxHp();

    /** Mana points. */
    int mana();

    /** Mana points at most. */
    int maxMana();

    /** Sets hit points, kept within 0 and the most. Whoever gets to 0 is dead; the COMBAT phase sees to the rest. */
    void hp(int hp);

    /** Sets mana points, kept within 0 and the most. */
    void mana(int mana);

    /** Whether it lives. */
    default boolean alive() {
        return hp() > 0;
    }

    /** Tiles a second at a full run. */
    double speed();

    /** A number that formulas use, such as {@code power}; 0 where it has none of that name. */
    double attribute(String name);

    /** The ids of the skills it has, the basic attack first. */
    List<String> skills();

    /** The tick from which the skill can be used again. */
    long readyAt(String skill);

    /** Sets the tick from which the skill can be used again. */
    void readyAt(String skill, long tick);

    /** The cast it is at, or null. */
    @Nullable
    Cast cast();

    /** Begins or ends (null) a cast. */
    void cast(@Nullable Cast cast);

    /** The tick in which it last hurt somebody or was hurt; 0 for never. */
    long lastCombat();

    /** Distance of the centres in tiles. */
    default double distance(Actor other) {
        return Math.hypot(other.x() - x(), other.y() - y());
    }

    /** Distance to a point in tiles. */
    default double distance(double toX, double toY) {
        return Math.hypot(toX - x(), toY - y());
    }
}
