package org.hotrealm.cluster.redis;

import static org.hotrealm.cluster.redis.Keys.utf8;

import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotrealm.cluster.api.RoomDirectory;
import org.hotrealm.cluster.api.RoomListing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rooms of all nodes: one hash by id, and one for each name. This process remembers what it listed, so that a Redis
 * that lost it gets it again; memory and command change under one lock, so that Redis sees them in the same order.
 */
final class RedisRooms implements RoomDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(RedisRooms.class);

    private static final Comparator<RoomListing> OLDEST_FIRST =
            Comparator.comparingLong(RoomListing::createdAt).thenComparing(RoomListing::roomId);

    /** Forgets a node and its rooms, unless it came back since it was found dead. */
    private static final String SWEEP = """
            if redis.call('exists', KEYS[1]) == 1 then return 0 end
            redis.call('srem', KEYS[2], ARGV[1])
            for k = 3, #KEYS do
              for a = 2, #ARGV do redis.call('hdel', KEYS[k], ARGV[a]) end
            end
            return #ARGV - 1
            """;

    private final Redis redis;
    private final Keys keys;
    private final Nodes nodes;
    private final Json json;
    private final Map<String, RoomListing> own = new HashMap<>();

    RedisRooms(Redis redis, Keys keys, Nodes nodes, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.nodes = nodes;
        this.json = json;
    }

    @Override
    public synchronized CompletionStage<Void> put(RoomListing room) {
        RoomListing before = own.put(room.roomId(), room);
        CompletionStage<?> alive = nodes.present(room.nodeId());
        if (before != null && !before.name().equals(room.name())) {
            redis.run(r -> r.hdel(keys.roomsNamed(before.name()), room.roomId()));
        }
        return alive.thenCombine(write(room), (a, b) -> null);
    }

    private CompletionStage<Boolean> write(RoomListing room) {
        byte[] value = json.bytes(room);
        CompletionStage<Boolean> named = redis.run(r -> r.hset(keys.roomsNamed(room.name()), room.roomId(), value));
        return redis.run(r -> r.hset(keys.rooms(), room.roomId(), value)).thenCombine(named, (a, b) -> b);
    }

    @Override
    public synchronized CompletionStage<Void> remove(String roomId) {
        RoomListing room = own.remove(roomId);
        if (room != null) {
            return delete(room);
        }
        return redis.run(r -> r.hget(keys.rooms(), roomId)).thenCompose(bytes -> {
            RoomListing listed = bytes == null ? null : json.room(bytes);
            return listed == null ? CompletableFuture.completedStage(null) : delete(listed);
        });
    }

    @Override
    public synchronized void release(String roomId) {
        own.remove(roomId);
    }

    private CompletionStage<Void> delete(RoomListing room) {
        CompletionStage<Long> named = redis.run(r -> r.hdel(keys.roomsNamed(room.name()), room.roomId()));
        return redis.run(r -> r.hdel(keys.rooms(), room.roomId())).thenCombine(named, (a, b) -> null);
    }

    @Override
    public CompletionStage<Optional<RoomListing>> byId(String roomId) {
        return redis.run(r -> r.hget(keys.rooms(), roomId))
                .thenCompose(bytes -> living(bytes == null ? List.of() : List.of(bytes)))
                .thenApply(found -> found.stream().findFirst());
    }

    @Override
    public CompletionStage<List<RoomListing>> byName(String name) {
        return redis.run(r -> r.hgetall(keys.roomsNamed(name))).thenCompose(all -> living(all.values()));
    }

    @Override
    public CompletionStage<List<RoomListing>> all() {
        return redis.run(r -> r.hgetall(keys.rooms())).thenCompose(all -> living(all.values()));
    }

    private CompletionStage<List<RoomListing>> living(Collection<byte[]> found) {
        List<RoomListing> listed = read(found);
        var owners = listed.stream().map(RoomListing::nodeId).collect(Collectors.toSet());
        return nodes.living(owners)
                .thenApply(living -> listed.stream()
                        .filter(room -> living.contains(room.nodeId()))
                        .sorted(OLDEST_FIRST)
                        .toList());
    }

    private List<RoomListing> read(Collection<byte[]> found) {
        return found.stream().map(json::room).filter(Objects::nonNull).toList();
    }

    /** Lists the rooms of a node of this process again. */
    synchronized void rewrite(String nodeId) {
        ofNode(nodeId).forEach(this::write);
    }

    /** Lists every room of this process again: what a passing fault took from the directory is back with the next beat. */
    synchronized void refresh() {
        own.values().forEach(this::write);
    }

    /** Takes the rooms of a node of this process out. */
    synchronized CompletionStage<?> forget(String nodeId) {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (RoomListing room : ofNode(nodeId).toList()) {
            own.remove(room.roomId());
            all.add(delete(room).toCompletableFuture());
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private Stream<RoomListing> ofNode(String nodeId) {
        return List.copyOf(own.values()).stream().filter(room -> room.nodeId().equals(nodeId));
    }

    /** Takes out what dead nodes listed. */
    void sweep() {
        nodes.dead().thenAccept(dead -> {
            if (!dead.isEmpty()) {
                redis.run(r -> r.hgetall(keys.rooms())).thenAccept(all -> {
                    List<RoomListing> listed = read(all.values());
                    dead.forEach(id -> sweep(id, listed));
                });
            }
        });
    }

    private void sweep(String nodeId, List<RoomListing> listed) {
        List<RoomListing> rooms =
                listed.stream().filter(room -> room.nodeId().equals(nodeId)).toList();
        String[] touched = Stream.concat(
                        Stream.of(keys.node(nodeId), keys.nodes(), keys.rooms()),
                        rooms.stream().map(room -> keys.roomsNamed(room.name())).distinct())
                .toArray(String[]::new);
        byte[][] arguments = Stream.concat(Stream.of(nodeId), rooms.stream().map(RoomListing::roomId))
                .map(text -> utf8(text))
                .toArray(byte[][]::new);
        redis.<Long>run(r -> r.eval(SWEEP, ScriptOutputType.INTEGER, touched, arguments))
                .thenAccept(count -> {
                    if (count > 0) {
                        LOG.info("node {} is dead: {} rooms of it left the directory", nodeId, count);
                    }
                });
    }
}
