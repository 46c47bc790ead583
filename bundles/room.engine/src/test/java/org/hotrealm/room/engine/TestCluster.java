package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.Presence;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.cluster.api.RoomDirectory;
import org.hotrealm.cluster.api.RoomListing;

/** Several nodes in one process, as far as rooms need them. */
final class TestCluster implements Cluster {

    volatile Network network = (operation, call) -> call.get();
    /** Whether the directory cannot be read. */
    volatile boolean unknowing;
    /** So often the store does not answer to claims. */
    final AtomicInteger silent = new AtomicInteger();

    private final Map<String, NodeInfo> nodes = new ConcurrentHashMap<>();
    private final Map<String, RoomListing> rooms = new ConcurrentHashMap<>();
    private final Map<String, Function<byte[], CompletionStage<byte[]>>> operations = new ConcurrentHashMap<>();
    private final Map<String, String> claims = new ConcurrentHashMap<>();
    /** Of the one channel that rooms use. */
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public boolean distributed() {
        return true;
    }

    @Override
    public boolean healthy() {
        return true;
    }

    @Override
    public Registration announce(NodeInfo node) {
        nodes.put(node.id(), node);
        return () -> nodes.remove(node.id(), node);
    }

    @Override
    public CompletionStage<List<NodeInfo>> nodes() {
        return CompletableFuture.completedStage(List.copyOf(nodes.values()));
    }

    @Override
    public Registration serve(String nodeId, String operation, Function<byte[], CompletionStage<byte[]>> handler) {
        operations.put(nodeId + operation, handler);
        return () -> operations.remove(nodeId + operation);
    }

    @Override
    public CompletionStage<byte[]> call(String nodeId, String operation, byte[] request, Duration within) {
        return network.call(
                operation,
                () -> CompletableFuture.supplyAsync(
                                () -> operations.get(nodeId + operation).apply(request))
                        .thenCompose(answer -> answer));
    }

    /** What lies between the nodes. */
    interface Network {
        CompletionStage<byte[]> call(String operation, Supplier<CompletableFuture<byte[]>> whatTheOtherDoes);
    }

    @Override
    public RoomDirectory rooms() {
        return new RoomDirectory() {
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

            @Override
            public void release(String roomId) {}

            @Override
            public CompletionStage<Optional<RoomListing>> byId(String roomId) {
                if (unknowing) {
                    return CompletableFuture.failedStage(new IllegalStateException("the store does not answer"));
                }
                return CompletableFuture.completedStage(Optional.ofNullable(rooms.get(roomId)));
            }

            @Override
            public CompletionStage<List<RoomListing>> byName(String name) {
                return all().thenApply(found ->
                        found.stream().filter(room -> room.name().equals(name)).toList());
            }

            @Override
            public CompletionStage<List<RoomListing>> all() {
                return CompletableFuture.completedStage(rooms.values().stream()
                        .sorted(Comparator.comparingLong(RoomListing::createdAt))
                        .toList());
            }
        };
    }

    @Override
    public Presence presence() {
        return new Claims();
    }

    /** Claims and channels: rooms use nothing else of the presence. */
    private final class Claims implements Presence {
        @Override
        public CompletionStage<Boolean> claim(String key, String value, Duration expiry) {
            if (silent.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return CompletableFuture.failedStage(new IllegalStateException("the store does not answer"));
            }
            return CompletableFuture.completedStage(claims.putIfAbsent(key, value) == null);
        }

        @Override
        public CompletionStage<Boolean> release(String key, String value) {
            return CompletableFuture.completedStage(claims.remove(key, value));
        }

        @Override
        public Registration subscribe(String channel, Consumer<String> listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }

        @Override
        public CompletionStage<Void> publish(String channel, String message) {
            listeners.forEach(each -> each.accept(message));
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> set(String key, String value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> set(String key, String value, Duration expiry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Optional<String>> get(String key) {
            return CompletableFuture.completedStage(Optional.ofNullable(claims.get(key)));
        }

        @Override
        public CompletionStage<Boolean> delete(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Long> increment(String key, long by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Boolean> add(String set, String member) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Boolean> remove(String set, String member) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Set<String>> members(String set) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Void> put(String hash, String field, String value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Optional<String>> get(String hash, String field) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Map<String, String>> fields(String hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Boolean> delete(String hash, String field) {
            throw new UnsupportedOperationException();
        }
    }
}
