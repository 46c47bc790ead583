package org.hotrealm.room.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.hotrealm.room.api.Parcel;

/** What a room needs of the engine around it. Any thread. */
interface RoomHost {

    Executor workers();

    Metronome metronome();

    Behaviours behaviours();

    Ids ids();

    /** The seed of a new room. */
    long seed();

    /** How clients are treated that do not read. */
    Slow slow();

    /** Runs blocking work elsewhere and hands its result over. */
    void later(String kind, Callable<byte[]> work, Consumer<Parcel> result);

    /** What others know of the room has changed. */
    void listingChanged(ActiveRoom room);

    /** A tick took so long. */
    void ticked(String type, long nanos);

    /** Something of a room threw; {@code count} is how often that has happened in it. */
    void failed(ActiveRoom room, String part, Throwable error, long count);

    /** The room has ended. */
    void ended(ActiveRoom room);
}
