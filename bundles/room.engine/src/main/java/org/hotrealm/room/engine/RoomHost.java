package org.hotrealm.room.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Parcel;

/** What a room needs of the engine around it. Any thread. */
interface RoomHost {

    Executor workers();

    /** Threads for what may wait. */
    Executor waiting();

    Pulse pulse();

    Behaviours behaviours();

    Ids ids();

    /** The seed of a new room. */
    long seed();

    /** The time of day in milliseconds since 1970; for lists only. */
    long wallMillis();

    /** How clients are treated that do not read. */
    Slow slow();

    /** How long reserved seats wait for their clients, where the room's type does not say. */
    int seatMillis();

    String processId();

    Matchmaking matchmaking();

    Travels travels();

    JoinLimits limits();

    /** Runs blocking work elsewhere and hands its result over. */
    void later(String kind, Callable<byte[]> work, Consumer<Parcel> result);

    /** The room is not what the lists of this node show. */
    void listingTouched();

    /** What others know of the room has changed. */
    void listingChanged(ActiveRoom room);

    /** Whether rooms give something up where they cannot keep up. */
    boolean yields();

    /** A room came to this rung of its ladder, from above or from below. */
    void climbed(ActiveRoom room, int rung, int step);

    /** Where rooms of this type are measured. */
    TypeMeters measured(String type);

    /** A client was turned away at its seat with this code. */
    void refused(int code);

    /** Something of a room threw; {@code count} is how often that has happened in it. */
    void failed(ActiveRoom room, String part, Throwable error, long count);

    /** A hook of a room does not come to an end. */
    void stalled(ActiveRoom room, String hook, long millis, StackTraceElement[] stack);

    /** Has the room go on without what hangs on this thread, where that can be. */
    void rescue(ActiveRoom room, Thread stuck);

    /** It has come to an end after all. */
    void recovered(ActiveRoom room, String hook);

    /** The room has ended. */
    void ended(ActiveRoom room);
}
