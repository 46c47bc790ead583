package org.hotrealm.realm.api;

import java.util.List;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A monster. Everything its AI remembers is here, so that the AI can be replaced between two ticks. Room thread only.
 */
@ProviderType
public non-sealed interface Monster extends Actor {

    /** Its kind: the id of its definition. */
    String kind();

    /** Its definition in the content in force. */
    MonsterDef def();

    /** The spawn it belongs to, or null. */
    ZoneMap.@Nullable Spawn spawn();

    /** Where it belongs. */
    double homeX();

    /** Where it belongs. */
    double homeY();

    /** The state its AI is in. */
    AiState state();

    /** The tick in which it came into that state. */
    long stateSince();

    /** Changes state, with the reason that people read. The last transitions are kept. */
    void enter(AiState state, String reason);

    /** The last transitions, newest first, at most eight. */
    List<Transition> transitions();

    /** The actor it is after, or 0. */
    int target();

    /** Sets whom it is after; 0 for nobody. */
    void target(int actor);

    /** Who has angered it how much. */
    Threat threat();

    /** Where it is walking to; NaN for nowhere. */
    double goalX();

    /** Where it is walking to; NaN for nowhere. */
    double goalY();

    /** Sets where it walks to. */
    void goal(double x, double y);

    /** Forgets where it walks to, and the way. */
    void noGoal();

    /** The way to the goal, or null where it goes straight. */
    @Nullable
    Path path();

    /** Sets the way to the goal. */
    void path(@Nullable Path path);

    /** Index of the waypoint it walks to. */
    int waypoint();

    /** Sets the waypoint; the sign says whether it walks up (1) or down (-1) its path. */
    void waypoint(int index, int direction);

    /** 1 up the waypoints, -1 down. */
    int waypointDirection();

    /** The tick from which its AI looks at it again. */
    long thinkAt();

    /** Puts off its AI. */
    void thinkAt(long tick);

    /** Whether it takes no damage, as on its way home. */
    boolean immune();

    /** Makes it immune or not. */
    void immune(boolean immune);

    /** The tick of its death; 0 while it lives. */
    long diedAt();

    /** The tick in which it comes back; 0 where it does not wait for that. */
    long respawnAt();

    /** Sets the tick in which it comes back. */
    void respawnAt(long tick);

    /** Whether it lies visible as a corpse or lives; false while it waits for its return. */
    boolean present();

    /** Makes it vanish (corpse gone) or appear. */
    void present(boolean present);

    /** Back to life at its home with full hit points, all else forgotten. */
    void revive();

    /** Further numbers that an AI of its own kind remembers. */
    Memory memory();
}
