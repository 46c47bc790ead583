package org.hotrealm.room.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rooms of all nodes, for rooms and for services of the server: nobody is authenticated here. Any thread; nothing
 * blocks. Stages complete on any thread, exceptionally with a {@link RefusedException}; a room brings one home with
 * {@link Room#when}.
 */
@ProviderType
public interface Matchmaking {

    /** The rooms that match, in order. */
    CompletionStage<List<RoomEntry>> find(RoomQuery query);

    /**
     * Counts what changes in the list of rooms: of this node's rooms at once, of others' when their node says so. Whoever shows
     * the list looks again when the number is another; rooms of a node that died go unsaid.
     */
    long changes();

    /** Makes a room on this node. It ends where nobody takes a seat within its seat time, unless it does not auto-dispose. */
    CompletionStage<RoomEntry> create(String name, Payload options);

    /** Reserves seats in one room on whichever node, all of them or none. Locked rooms take them too, full ones do not. */
    CompletionStage<List<Reservation>> reserve(String roomId, List<Guest> guests);

    /**
     * Calls {@link RoomType#called} of a room on whichever node.
     *
     * @param within how long to wait for the answer
     */
    CompletionStage<Payload> call(String roomId, String method, Payload arguments, Duration within);
}
