package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Rooms.Moved;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rooms of this node on their way to another. The other one is asked first whether it has all that the room runs with; then the
 * room stands still, its parcel goes over, and whoever claims it first has it ({@link Fence}). Any thread; nothing blocks.
 */
final class Moves {

    /** Could this room live there: type, then system, version and bundle of each pin. Answered with what speaks against it. */
    static final String FITS = "room.fits";
    /** Take this room: the move's name, the node it comes from, late ticks, and its parcel as kind, schema and bytes. */
    static final String TAKE = "room.take";

    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);
    private static final int MOST_REMEMBERED = 1_000;

    private final RoomTable rooms;
    private final Directory directory;
    private final Fence fence;
    private final EngineMeters meters;
    private final Ids ids;
    private final Map<String, Way> underway = new ConcurrentHashMap<>();
    /** Where rooms went, for calls of nodes that have not heard of it yet. */
    private final Map<String, String> gone = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    /** A room on its way; {@code settled} completes with the node that has it in the end, and never fails. */
    private record Way(ActiveRoom room, CompletableFuture<String> settled) {}

    Moves(RoomTable rooms, Directory directory, EngineMeters meters, Ids ids) {
        this.rooms = rooms;
        this.directory = directory;
        this.fence = new Fence(directory);
        this.meters = meters;
        this.ids = ids;
    }

    CompletableFuture<Moved> move(String roomId, String to, Duration within) {
        ActiveRoom room = rooms.byId(roomId);
        Cluster cluster = directory.cluster();
        if (room == null) {
            return refused("no room '%s' runs on this node".formatted(roomId));
        }
        if (cluster == null || !cluster.distributed()) {
            return refused("this node is alone: set REDIS_URL on every node, so that they are a cluster");
        }
        if (to.equals(directory.processId())) {
            return refused("room '%s' is on node '%s' already".formatted(roomId, to));
        }
        Way way = new Way(room, new CompletableFuture<>());
        if (underway.putIfAbsent(roomId, way) != null) {
            return refused("room '%s' is on its way to another node already".formatted(roomId));
        }
        return checked(cluster, room, to)
                .thenCompose(fits -> rooms.dormitory().loners().park(room, within))
                .thenCompose(sleeper -> send(cluster, room, sleeper, to, within))
                .exceptionallyCompose(failure -> stays(room, failure))
                .whenComplete((moved, failure) -> settle(roomId, way, failure == null ? to : directory.processId()));
    }

    private void settle(String roomId, Way way, String node) {
        if (!node.equals(directory.processId())) {
            gone.put(roomId, node);
        }
        underway.remove(roomId);
        way.settled.complete(node);
    }

    private CompletableFuture<Moved> stays(ActiveRoom room, Throwable failure) {
        Throwable why = Errands.unwrap(failure);
        meters.stayed();
        LOG.warn("Room '{}' ({}) does not move: {}", room.id(), room.type(), String.valueOf(why.getMessage()));
        return CompletableFuture.failedFuture(
                why instanceof RefusedException
                        ? why
                        : new RefusedException(RefusedException.UNAVAILABLE, String.valueOf(why.getMessage())));
    }

    private static <T> CompletableFuture<T> refused(String text) {
        return CompletableFuture.failedFuture(new RefusedException(RefusedException.UNAVAILABLE, text));
    }

    // --- before anything is touched

    private CompletableFuture<Void> checked(Cluster cluster, ActiveRoom room, String to) {
        return cluster.nodes()
                .thenAccept(nodes -> requireTarget(nodes, to))
                .toCompletableFuture()
                .thenCompose(there -> rooms.onRoom(room, () -> question(room)))
                .thenCompose(question -> cluster.call(to, FITS, question, SeatCalls.PATIENCE))
                .thenAccept(answer -> {
                    List<@Nullable Object> against = CallBytes.read(answer);
                    if (!against.isEmpty()) {
                        throw new CompletionException(new RefusedException(
                                RefusedException.UNAVAILABLE,
                                "node '%s' cannot take room '%s': %s"
                                        .formatted(to, room.id(), String.join("; ", texts(against)))));
                    }
                });
    }

    private static List<String> texts(List<@Nullable Object> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static void requireTarget(List<NodeInfo> nodes, String to) {
        Optional<NodeInfo> target =
                nodes.stream().filter(node -> node.id().equals(to)).findFirst();
        String against = target.isEmpty()
                ? "no node '%s' is in the cluster; realm:nodes shows those that are".formatted(to)
                : target.get().draining() ? "node '%s' is draining and takes no rooms".formatted(to) : "";
        if (!against.isEmpty()) {
            throw new CompletionException(new RefusedException(RefusedException.UNAVAILABLE, against));
        }
    }

    /** On the room's thread. */
    private static byte[] question(ActiveRoom room) throws RefusedException {
        List<String> obstacles = room.standstill().obstacles();
        if (!obstacles.isEmpty()) {
            throw new RefusedException(RefusedException.UNAVAILABLE, String.join("; ", obstacles));
        }
        List<String> all = new ArrayList<>(List.of(room.type()));
        for (Pin pin : room.pins().values()) {
            all.addAll(List.of(pin.system(), pin.version(), pin.bundle()));
        }
        return CallBytes.write(all.toArray());
    }

    // --- the way

    private CompletableFuture<Moved> send(
            Cluster cluster, ActiveRoom room, Sleeper sleeper, String to, Duration within) {
        // From here on its entry is written by whoever has it in the end.
        directory.release(room);
        String move = room.id() + ":" + ids.token();
        byte[] request = CallBytes.write(
                move,
                directory.processId(),
                sleeper.late(),
                sleeper.parcel().kind(),
                sleeper.parcel().schema(),
                sleeper.parcel().bytes());
        return cluster.call(to, TAKE, request, within)
                .toCompletableFuture()
                .handle((answer, failure) -> failure)
                .thenCompose(failure -> failure == null
                        ? CompletableFuture.completedFuture(left(room, sleeper, to))
                        : fence.claim(move).thenCompose(mine -> decided(mine, room, sleeper, to, failure)));
    }

    private CompletableFuture<Moved> decided(
            boolean mine, ActiveRoom room, Sleeper sleeper, String to, Throwable failure) {
        if (!mine) {
            return CompletableFuture.completedFuture(left(room, sleeper, to));
        }
        String why = "node '%s' has not taken it (%s)"
                .formatted(to, Errands.unwrap(failure).getMessage());
        return rooms.dormitory()
                .loners()
                .wake(sleeper)
                .handle((thaw, lost) -> lost == null ? "it goes on here" : lost(room, lost))
                .thenCompose(end -> refused(why + "; " + end));
    }

    private String lost(ActiveRoom room, Throwable failure) {
        LOG.error("Room '{}' ({}) could not be made again and is given up", room.id(), room.type(), failure);
        room.host().ended(room);
        rooms.dormitory().loners().forsake(room.id());
        return "it could not be made again here either, and has ended";
    }

    private Moved left(ActiveRoom room, Sleeper sleeper, String to) {
        room.standstill().vanish();
        rooms.dormitory().loners().left(sleeper, to);
        meters.left();
        Moved moved = new Moved(room.id(), to, sleeper.links().size(), System.nanoTime() - sleeper.since());
        LOG.info(
                "Room '{}' ({}) has moved to node '{}' after {} ms, {} of its clients are served through this node",
                room.id(),
                room.type(),
                to,
                TimeUnit.NANOSECONDS.toMillis(moved.frozenNanos()),
                moved.clients());
        return moved;
    }

    // --- for those who ask meanwhile

    /** Where a room is that was this node's: known at once, or when its move is over; null where it never moved. */
    @Nullable
    CompletableFuture<String> whereabouts(String roomId) {
        Way way = underway.get(roomId);
        String node = gone.get(roomId);
        return way != null ? way.settled : node == null ? null : CompletableFuture.completedFuture(node);
    }

    /**
     * Waits for rooms on their way.
     *
     * @param target their id, or their type's name
     */
    void await(String target, Duration within) throws RefusedException {
        for (Way way : underway.values()) {
            if (way.room.id().equals(target) || way.room.type().equals(target)) {
                try {
                    way.settled
                            .copy()
                            .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                            .join();
                } catch (CompletionException e) {
                    throw Dormitory.renewed(way.room.id());
                }
            }
        }
    }
}
