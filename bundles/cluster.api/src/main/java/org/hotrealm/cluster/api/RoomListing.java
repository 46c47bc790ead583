package org.hotrealm.cluster.api;

import java.util.Map;

/**
 * A room as the cluster knows it.
 *
 * @param roomId its id
 * @param name its type's name
 * @param nodeId the node it runs on
 * @param address {@code host:port} where clients reach that node
 * @param clients seats taken or reserved
 * @param maxClients seats in all
 * @param locked whether it takes nobody
 * @param byIdOnly whether only its id leads to it
 * @param unlisted whether lobbies pass it over
 * @param createdAt milliseconds since 1970
 * @param filter what clients find it by, each value as JSON
 * @param metadata what the room tells about itself, each value as JSON
 */
public record RoomListing(
        String roomId,
        String name,
        String nodeId,
        String address,
        int clients,
        int maxClients,
        boolean locked,
        boolean byIdOnly,
        boolean unlisted,
        long createdAt,
        Map<String, String> filter,
        Map<String, String> metadata) {

    /** Copies the maps. */
    public RoomListing {
        filter = Map.copyOf(filter);
        metadata = Map.copyOf(metadata);
    }
}
