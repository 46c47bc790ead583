package org.hotrealm.room.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room as it is listed: for matchmaking, lobbies and tools.
 *
 * @param roomId its id
 * @param name its type's name
 * @param processId the node it runs on
 * @param publicAddress {@code host:port} of that node where it is not this one; null otherwise
 * @param clients seats taken or reserved
 * @param maxClients seats in all
 * @param locked whether it takes nobody
 * @param byIdOnly whether only its id leads to it
 * @param unlisted whether lobbies pass it over
 * @param createdAt milliseconds since 1970
 * @param filter the options of {@link Matching#filterBy} it was made with; a map
 * @param metadata what the room tells about itself
 */
public record RoomEntry(
        String roomId,
        String name,
        String processId,
        @Nullable String publicAddress,
        int clients,
        int maxClients,
        boolean locked,
        boolean byIdOnly,
        boolean unlisted,
        long createdAt,
        Payload filter,
        Payload metadata) {

    /** Whether a client that asks by name may be put here. */
    public boolean open() {
        return !locked && !byIdOnly && clients < maxClients;
    }

    /** The entry as Colyseus' lobbies send it. */
    public Payload payload() {
        return Payload.map(
                "roomId", roomId,
                "name", name,
                "processId", processId,
                "publicAddress", publicAddress,
                "clients", clients,
                "maxClients", maxClients >= RoomSettings.UNLIMITED ? (Object) Double.POSITIVE_INFINITY : maxClients,
                "locked", locked,
                "private", byIdOnly,
                "unlisted", unlisted,
                "createdAt", Instant.ofEpochMilli(createdAt),
                "metadata", metadata.none() ? null : metadata.value());
    }
}
