package org.hotrealm.cluster.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The rooms of all nodes. What a dead node listed is not found. Any thread; nothing blocks. */
@ProviderType
public interface RoomDirectory {

    /** Adds or replaces a room of this node. */
    CompletionStage<Void> put(RoomListing room);

    /** Takes a room out. */
    CompletionStage<Void> remove(String roomId);

    /**
     * Lists a room of this node no more, but leaves its entry where it is, for the node that takes the room over to replace.
     * What was {@link #put} here before is written before whatever another node does when it hears from this one.
     */
    void release(String roomId);

    /** The room of this id. */
    CompletionStage<Optional<RoomListing>> byId(String roomId);

    /** The rooms of this name, oldest first. */
    CompletionStage<List<RoomListing>> byName(String name);

    /** Every room. */
    CompletionStage<List<RoomListing>> all();
}
