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

    /** Tiles a second at a full run when nothing hinders or hastens it; {@link #walk} is told velocities in these terms. */
    double speed();

    /**
     * The share of its velocity that it makes way with: 1 where nothing hinders or hastens it, 0 stunned or rooted, in between
     * slowed. The MOVE phase reckons with it.
     */
    double pace();

    /**
     * A number that formulas use, such as {@code power}, with what statuses add and take; 0 where it has none of that name.
     * {@code level}, {@code hp}, {@code maxHp}, {@code mana}, {@code maxMana} and {@code speed} everybody has.
     */
    double attribute(String name);

    /** The ids of the skills it has, the basic attack first. */
    List<String> skills();

    /** The tick from which the skill can be used again. */
    long readyAt(String skill);

    /** Sets the tick from which the skill can be used again. */
    void readyAt(String skill, long tick);

    /** The tick from which any skill can be used again: the end of its global cooldown. */
    long globalReadyAt();

    /** Sets the end of its global cooldown. */
    void globalReadyAt(long tick);

    /** The tick from which the skill can be used, its own cooldown and the global one considered. */
    default long usableAt(String skill) {
        return Math.max(readyAt(skill), globalReadyAt());
    }

    // Statuses; the dead have none

    /** What it has, by their ids. Read only; change by {@link #gain} and {@link #lose}, which shift what follows. */
    List<Status> statuses();

    /** The status of this id, or null. */
    @Nullable
    Status status(String id);

    /** Whether it has any status of this kind. */
    boolean has(Status.Kind kind);

    /** Gives it a status, in place of the one with the same id where it has that. The dead gain nothing. */
    void gain(Status status);

    /** Takes the status of this id from it, where it has that. */
    void lose(String id);

    /**
     * The tick in which its statuses are to be looked at next, because one pulses or ends or something about them changed;
     * {@link Long#MAX_VALUE} where it has none. Cheap, so that whoever carries statuses on need not look at all of them.
     */
    long statusesDue();

    /** What throws it about, or null. */
    @Nullable
    Push push();

    /** Begins or ends (null) a movement that is not walking. The dead are not pushed. */
    void push(@Nullable Push push);

    /** The cast it is at, or null. */
    @Nullable
    Cast cast();

    /** Begins or ends (null) a cast. */
    void cast(@Nullable Cast cast);

    /** The tick in which it last hurt somebody or was hurt; 0 for never. */
    long lastCombat();

    /** Distance of the centres in tiles. */
    default double distance(Actor other) {
        return distance(other.x(), other.y());
    }

    /** Distance to a point in tiles. */
    default double distance(double toX, double toY) {
        double dx = toX - x();
        double dy = toY - y();
        return Math.sqrt(dx * dx + dy * dy);
    }
}
