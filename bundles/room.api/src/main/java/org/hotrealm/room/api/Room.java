package org.hotrealm.room.api;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A running room as its type and systems see it. Only to be used on the room's own thread, within a hook: any other
 * thread gets an {@link IllegalStateException} that names problem and remedy. One room never runs on two threads at
 * once.
 */
@ProviderType
public interface Room {

    /** The room's id: 9 characters of {@code [A-Za-z0-9_-]}, unique in the cluster. */
    String id();

    /** The {@link RoomType#name()} the room was made with. */
    String type();

    /** The tick being run, or the last one between ticks. */
    Tick tick();

    /** The room's own source of randomness; its seed is part of the room's state. */
    Randomness random();

    /** The root of the synchronised state, or null for a room without one. */
    @Nullable
    StateObject state();

    /** Everybody on a seat, connected or expected back, in order of joining. */
    Collection<Seat> seats();

    /** The seat of this session, or null. */
    @Nullable
    Seat seat(String sessionId);

    /** Sends one message to everybody connected, but for the sessions named. */
    void broadcast(String type, Payload payload, String... exceptSessions);

    /**
     * Keeps an object with the room under its class, for example the world of a realm. The object's class must come from
     * a bundle that is no behaviour, and what it holds must be api types or bytes.
     */
    <T> void attach(Class<T> key, T value);

    /** What {@link #attach} put under this class. Throws {@link IllegalStateException} where there is none. */
    <T> T attached(Class<T> key);

    /**
     * The behaviours pinned by this room that are of the given type, in the order of {@link RoomType#systems()}. A
     * system without a provider is missing from the list. The list holds for the current tick only: never keep it.
     */
    <T extends Behaviour> List<T> systems(Class<T> type);

    /** The pins of this room: system name to the version bound. */
    Map<String, Pin> pins();

    /** Runs {@link RoomType#timer} with this parcel after so many ticks (at least 1). Timers are data and survive a swap. */
    void after(int ticks, Parcel parcel);

    /**
     * Runs blocking work on a virtual thread. Its result arrives as {@link RoomType#timer} with the given kind and the
     * bytes returned; a failure arrives as kind {@code <kind>.failed} with the message in UTF-8.
     */
    void later(String kind, Callable<byte[]> work);

    /** Lets nobody else in ({@code joinById} included) until unlocked. */
    void lock();

    /** Undoes {@link #lock}. */
    void unlock();

    /** Shown to matchmaking queries and room lists. */
    void metadata(Payload metadata);

    /** Ends the room at the end of this tick: every client is closed with this code. */
    void disconnect(int code, String reason);

    /**
     * Counts and logs a failure of a part of the room, such as a system that threw; shows in {@link RoomInfo#failures()}.
     *
     * @param part what failed, such as {@code monsters}
     */
    void failed(String part, Throwable error);

    /** How long the room has existed, counted in its own ticks. */
    default Duration age() {
        return Duration.ofMillis(tick().millis());
    }
}
