package org.hotrealm.room.api;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
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

    /**
     * What the room gives up just now because it cannot keep up with its ticks: 0 nothing; from 1 on systems should spare what
     * nobody sees, such as the thoughts of monsters far from players; from 2 on patches go out half as often and nobody new is
     * let in; from 3 on its clock runs slower, for everything in it alike. Depends on the machine, not on the room's state.
     */
    default int rung() {
        return 0;
    }

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

    /** As {@link #broadcast}, but after the next patch. */
    void broadcastAfterPatch(String type, Payload payload, String... exceptSessions);

    /** Sends raw bytes to everybody connected, but for the sessions named. The array must not be changed afterwards. */
    void broadcastBytes(String type, byte[] bytes, String... exceptSessions);

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

    /**
     * Runs {@link RoomType#timer} with this parcel after so many ticks (at least 1). Timers are data and survive a swap.
     *
     * @return the timer, for {@link #cancel}
     */
    long after(int ticks, Parcel parcel);

    /** As {@link #after(int, Parcel)}, after this time rounded up to whole ticks. */
    default long after(Duration time, Parcel parcel) {
        return after(tick().ticks(time.toMillis()), parcel);
    }

    /** Runs {@link RoomType#timer} with this parcel every so many ticks (at least 1) until cancelled. */
    long every(int ticks, Parcel parcel);

    /** As {@link #every(int, Parcel)}, with this period rounded up to whole ticks. */
    default long every(Duration period, Parcel parcel) {
        return every(tick().ticks(period.toMillis()), parcel);
    }

    /** Takes a timer out; false where it has run or never was. */
    boolean cancel(long timer);

    /**
     * Runs blocking work on a virtual thread. Its result arrives as {@link RoomType#timer} with the given kind and the
     * bytes returned; a failure arrives as kind {@code <kind>.failed} with the message in UTF-8. A room that ends waits for
     * its work first, {@link RoomType#dispose} comes after it; the work must not touch the room.
     */
    void later(String kind, Callable<byte[]> work);

    /** The other rooms of the cluster. */
    Matchmaking rooms();

    /**
     * Brings a result home: runs {@link RoomType#timer} with this kind and the result's payload when the stage completes,
     * or with kind {@code <kind>.failed} and {@code {code, message}} when it fails. Results are payloads, reservations,
     * entries, lists of these, texts or numbers.
     */
    void when(String kind, CompletionStage<?> result);

    /** Reserves a seat here for each of these, all or none. Full or not: locked rooms refuse only clients. */
    List<Reservation> reserve(List<Guest> guests) throws RefusedException;

    /** Whether a seat with this session is reserved and not yet taken. */
    boolean reserved(String sessionId);

    /** Lets nobody else in ({@code joinById} included) until unlocked. */
    void lock();

    /** Undoes {@link #lock}. */
    void unlock();

    /** Whether it is locked. */
    boolean locked();

    /** Whether every seat is taken, reserved or held. */
    boolean full();

    /** Changes how many seats there are; those taken stay. */
    void maxClients(int seats);

    /** Lets nobody in by name, only by id; lists pass it over. */
    void byIdOnly(boolean hidden);

    /** Has lobbies pass it over, while clients find it by name. */
    void unlisted(boolean hidden);

    /** Ends the room with its last seat, or lets it stay. */
    void autoDispose(boolean ends);

    /** Sends patches every so many ticks; 0 for {@link #patch} only. */
    void patchEvery(int ticks);

    /** Sends a patch at the end of this turn, whatever the rate. */
    void patch();

    /** What {@link #metadata(Payload)} last told. */
    Payload metadata();

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

    /**
     * A room type says so before it calls a system, and {@link #exit} after it, whatever became of it. So the engine knows what runs:
     * where the system does not come to an end, the room goes on without it, on another thread and as it was up to there, and the
     * call never comes back to the type.
     */
    default void enter(String system) {}

    /** The system that was {@linkplain #enter entered} last has come to its end. */
    default void exit() {}

    /** How long the room has existed, counted in its own ticks. */
    default Duration age() {
        return Duration.ofMillis(tick().millis());
    }
}
