package org.hotrealm.cluster.local;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.hotrealm.cluster.api.RoomDirectory;
import org.hotrealm.cluster.api.RoomListing;

/** The rooms of this process. */
final class LocalRooms implements RoomDirectory {

    private static final Comparator<RoomListing> OLDEST_FIRST =
            Comparator.comparingLong(RoomListing::createdAt).thenComparing(RoomListing::roomId);

    private final Map<String, RoomListing> rooms = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Void> put(RoomListing room) {
        rooms.put(room.roomId(), room);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> remove(String roomId) {
        rooms.remove(roomId);
        return CompletableFuture.completedStage(null);
    }

    /** There is nobody to take it over: whoever listed it lists it again, or removes it. */
    @Override
    public void release(String roomId) {}

    @Override
    public CompletionStage<Optional<RoomListing>> byId(String roomId) {
        return CompletableFuture.completedStage(Optional.ofNullable(rooms.get(roomId)));
    }

    @Override
    public CompletionStage<List<RoomListing>> byName(String name) {
        return CompletableFuture.completedStage(matching(room -> room.name().equals(name)));
    }

    @Override
    public CompletionStage<List<RoomListing>> all() {
        return CompletableFuture.completedStage(matching(room -> true));
    }

    /** Takes out what a node listed. */
    void forget(String nodeId) {
        rooms.values().removeIf(room -> room.nodeId().equals(nodeId));
    }

    private List<RoomListing> matching(Predicate<RoomListing> wanted) {
        return rooms.values().stream().filter(wanted).sorted(OLDEST_FIRST).toList();
    }
}
