package org.hotrealm.realm.api;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.room.api.Parked;
import org.hotrealm.room.api.Randomness;
import org.hotrealm.room.api.Tick;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All that lives in one realm room. The world owns the state; systems read and change it during their phase and keep
 * nothing. Room thread only. Positions are in tiles, times in ticks unless said otherwise. Iteration is in order of
 * ids, so that equal worlds go on equally.
 */
@ProviderType
public interface World extends Parked {

    /** The tick being run. */
    Tick tick();

    /** The room's random numbers. */
    Randomness random();

    /** What its room gives up just now, see {@link org.hotrealm.room.api.Room#rung}: from 1 on, spare what nobody sees. */
    default int rung() {
        return 0;
    }

    /** The content in force during this tick; never changes within one. */
    ContentSet content();

    /** Puts newer content in force; called between ticks. Living monsters get the new numbers. */
    void content(ContentSet content);

    /** The zone's map. */
    ZoneMap map();

    // Actors

    /** Players and monsters alive or dead, by id; null where there is none. */
    @Nullable
    Actor actor(int id);

    /** All players present, by rising id. */
    List<Player> players();

    /** The player of this session, or null. */
    @Nullable
    Player player(String sessionId);

    /** All monsters, corpses and those waiting for respawn included, by rising id. */
    List<Monster> monsters();

    /**
     * Actors with a running cast or a status, as of this call, by rising id; those who got one since the last call included,
     * those who lost all taken out. Whoever gets one while the list is walked is in the next call's. Good until then.
     */
    List<Actor> active();

    /** Calls for every living actor whose centre is within the radius, by rising id. */
    void near(double x, double y, double radius, ActorVisitor visitor);

    /** Adds a player of this class at the zone's start; of the first class where there is none of that id. */
    Player addPlayer(String sessionId, String name, String heroClass);

    /** Takes a player out; monsters forget it. */
    void removePlayer(Player player);

    /** Adds a monster of this kind at a place, not belonging to any spawn (it does not respawn). */
    Monster addMonster(String kind, double x, double y);

    /** Puts an actor at a place at once. Blocked places are the caller's mistake and throw. */
    void place(Actor actor, double x, double y);

    // Intents, effects, events: what this tick's phases hand on to each other

    /** Asks for something; it is looked at in the next phases of this tick, or of the next tick. */
    void submit(Intent intent);

    /** The intents not yet taken, in order of submission. */
    List<Intent> intents();

    /** Takes all intents of a type out of the list, in order. */
    <T extends Intent> List<T> take(Class<T> type);

    /** Hands an effect to the COMBAT phase. */
    void affect(Effect effect);

    /** The effects waiting; the COMBAT phase takes them all. */
    List<Effect> takeEffects();

    /**
     * Tells what happened. Events last until the end of the tick, then go out to the clients concerned. {@link Event.Hurt}
     * and {@link Event.Shielded} mark both sides as in combat.
     */
    void happened(Event event);

    /** What happened in this tick so far, in order. */
    List<Event> events();

    // Drops

    /** Lays something on the ground and says so. */
    Drop drop(Drop.Origin origin, String item, int quantity, double x, double y, @Nullable Player owner);

    /**
     * Lays something on the ground and says so.
     *
     * @param actor who drops it
     * @param sources where it comes from, not empty
     */
    Drop drop(
            int actor,
            List<Drop.Source> sources,
            String item,
            int quantity,
            double x,
            double y,
            @Nullable Player owner);

    /** Leaves only so many of a drop on the ground, 1 at least. */
    void reduce(Drop drop, int left);

    /** What lies on the ground, by rising id. */
    List<Drop> drops();

    /** The drop of this id, or null. */
    @Nullable
    Drop drop(int id);

    /** Takes a drop off the ground. */
    void remove(Drop drop);

    // Running casts are in their actors; see Actor#cast

    /** Sends something through the air. */
    void launch(Flight flight);

    /** What is in the air, in order of launching. */
    List<Flight> flights();

    /** Takes out of the air what lands in this tick, in order of launching. */
    List<Flight> takeLanding();

    /** Numbers that room types and systems remember about the world as a whole, under names beginning with their own. */
    Memory memory();

    /**
     * Numbers to work with during a phase, so that a tick needs no new arrays: as many as asked for under this name, which
     * begins with the system's own. At first all are 0; afterwards they are as they were left, but they are no memory: they
     * are not in the world's parcel, and the world may forget them between two ticks, all names at once.
     */
    int[] scratch(String name, int size);

    /** The versions that clients are shown: system to version. */
    void versions(Map<String, String> versions);

    /** Begins a tick: clears the events of the last. Called by the room type only. */
    void begin(Tick tick);

    /**
     * Ends a tick: brings the synchronised state up to date and each player's view to what it can see. Called by the room
     * type only.
     */
    void publish();

    /** A 64-bit digest of everything in the world: equal worlds, equal digests. */
    long digest();
}
