package org.hotrealm.room.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.jspecify.annotations.Nullable;

/** The rooms of this node and the types to make more of. Any thread. */
final class RoomTable {

    private final Map<String, ActiveRoom> rooms = new ConcurrentHashMap<>();
    private final RoomHost host;
    private final Directory directory;
    private final String processId;
    private final int mostRooms;

    RoomTable(RoomHost host, Directory directory, String processId, int mostRooms) {
        this.host = host;
        this.directory = directory;
        this.processId = processId;
        this.mostRooms = mostRooms;
    }

    /** The version of a room type that new rooms get. */
    Binding type(String name) throws RefusedException {
        return host.behaviours()
                .preferred("room." + name)
                .filter(binding -> binding.service() instanceof RoomType)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.NO_HANDLER, "provided room name \"%s\" not defined".formatted(name)));
    }

    CompletableFuture<ActiveRoom> create(Binding type, Payload options) {
        CompletableFuture<ActiveRoom> made = new CompletableFuture<>();
        if (rooms.size() >= mostRooms) {
            made.completeExceptionally(new RefusedException(
                    RefusedException.UNAVAILABLE, "this server runs %d rooms, the most it may".formatted(mostRooms)));
            return made;
        }
        RoomType roomType = (RoomType) type.service();
        RoomSettings settings = roomType.settings();
        ActiveRoom room = new ActiveRoom(host.ids().id(), roomType.name(), settings, host);
        rooms.put(room.id(), room);
        room.loop().post(() -> {
            try {
                room.create(type, options);
                made.complete(room);
            } catch (RefusedException e) {
                rooms.remove(room.id());
                made.completeExceptionally(e);
            } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                rooms.remove(room.id());
                room.failed("create", e);
                made.completeExceptionally(
                        new RefusedException(RefusedException.UNHANDLED, "the room could not be made: " + e));
            }
        });
        return made;
    }

    /** Runs a call on the room's thread. */
    <T> CompletableFuture<T> onRoom(ActiveRoom room, Callable<T> call) {
        CompletableFuture<T> done = new CompletableFuture<>();
        room.loop().post(() -> {
            try {
                done.complete(call.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** The rooms of a name that take clients, oldest first. */
    List<ActiveRoom> open(String name) {
        return rooms.values().stream()
                .filter(room -> room.type().equals(name) && !room.locked())
                .filter(room -> room.seatTable().taken() < room.settings().maxClients())
                .sorted(Comparator.comparingLong(
                        (ActiveRoom room) -> -room.info().tick()))
                .toList();
    }

    @Nullable
    ActiveRoom byId(String id) {
        return rooms.get(id);
    }

    void remove(ActiveRoom room) {
        rooms.remove(room.id(), room);
    }

    List<ActiveRoom> all() {
        return List.copyOf(rooms.values());
    }

    String processId() {
        return processId;
    }

    @Nullable
    Cluster cluster() {
        return directory.cluster();
    }

    Cluster clusterOrThrow() throws RefusedException {
        Cluster cluster = directory.cluster();
        if (cluster == null) {
            throw new RefusedException(RefusedException.UNAVAILABLE, "this node has no cluster");
        }
        return cluster;
    }
}
