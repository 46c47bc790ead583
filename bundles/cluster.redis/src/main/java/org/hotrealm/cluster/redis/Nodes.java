package org.hotrealm.cluster.redis;

import static org.hotrealm.cluster.redis.Keys.utf8;

import io.lettuce.core.KeyValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.Registration;

/**
 * Which nodes live. Each has a key that expires unless its heart beats. The value is what the node announced, or nothing
 * for one that only listed rooms so far.
 */
final class Nodes {

    private final Redis redis;
    private final Keys keys;
    private final Settings settings;
    private final Json json;
    private final Map<String, Optional<NodeInfo>> own = new HashMap<>();

    Nodes(Redis redis, Keys keys, Settings settings, Json json) {
        this.redis = redis;
        this.keys = keys;
        this.settings = settings;
        this.json = json;
    }

    /** Makes a node known. {@code left} runs with its id when its last announcement is closed. */
    Registration announce(NodeInfo node, Consumer<String> left) {
        synchronized (this) {
            own.put(node.id(), Optional.of(node));
            write(node.id());
        }
        return () -> {
            if (withdraw(node)) {
                left.accept(node.id());
            }
        };
    }

    private synchronized boolean withdraw(NodeInfo node) {
        Optional<NodeInfo> now = own.getOrDefault(node.id(), Optional.empty());
        if (now.isEmpty() || now.get() != node) {
            return false;
        }
        own.remove(node.id());
        redis.run(r -> r.del(keys.node(node.id())));
        redis.run(r -> r.srem(keys.nodes(), utf8(node.id())));
        return true;
    }

    /** Keeps a node of this process alive that lists rooms without having been announced. */
    synchronized CompletionStage<?> present(String id) {
        if (own.containsKey(id)) {
            return CompletableFuture.completedStage(id);
        }
        own.put(id, Optional.empty());
        return write(id);
    }

    private synchronized CompletionStage<?> write(String id) {
        byte[] value = own.getOrDefault(id, Optional.empty()).map(json::bytes).orElseGet(() -> new byte[0]);
        redis.run(r -> r.sadd(keys.nodes(), utf8(id)));
        return redis.run(r -> r.psetex(keys.node(id), settings.nodeTtl().toMillis(), value));
    }

    /** Prolongs the life of this process's nodes; {@code lost} hears of one that was given up meanwhile. */
    void beat(Consumer<String> lost) {
        Set<String> ids;
        synchronized (this) {
            ids = new HashSet<>(own.keySet());
        }
        for (String id : ids) {
            redis.run(r -> r.pexpire(keys.node(id), settings.nodeTtl().toMillis()))
                    .thenAccept(known -> {
                        if (!known && restore(id)) {
                            lost.accept(id);
                        }
                    });
        }
    }

    private synchronized boolean restore(String id) {
        if (!own.containsKey(id)) {
            return false;
        }
        write(id);
        return true;
    }

    /** Writes everything again, after a connection came. */
    synchronized Set<String> rewrite() {
        own.keySet().forEach(this::write);
        return Set.copyOf(own.keySet());
    }

    /** Takes the nodes of this process out, at the end. */
    synchronized CompletionStage<?> leave() {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (String id : own.keySet()) {
            all.add(redis.run(r -> r.del(keys.node(id))).toCompletableFuture());
            all.add(redis.run(r -> r.srem(keys.nodes(), utf8(id))).toCompletableFuture());
        }
        own.clear();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    CompletionStage<List<NodeInfo>> alive() {
        return members()
                .thenCompose(this::read)
                .thenApply(values -> values.values().stream()
                        .flatMap(Optional::stream)
                        .map(json::node)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(NodeInfo::id))
                        .toList());
    }

    /** Of these nodes the ones that live. */
    CompletionStage<Set<String>> living(Collection<String> ids) {
        return read(ids).thenApply(values -> {
            Set<String> living = new HashSet<>(values.keySet());
            living.removeIf(id -> values.getOrDefault(id, Optional.empty()).isEmpty());
            return living;
        });
    }

    /** The nodes that are on the list and do not live. */
    CompletionStage<Set<String>> dead() {
        return members()
                .thenCompose(ids -> living(ids).thenApply(living -> {
                    Set<String> dead = new HashSet<>(ids);
                    dead.removeAll(living);
                    return dead;
                }));
    }

    private CompletionStage<Set<String>> members() {
        return redis.run(r -> r.smembers(keys.nodes())).thenApply(all -> {
            Set<String> ids = new HashSet<>();
            all.forEach(id -> ids.add(Keys.text(id)));
            return ids;
        });
    }

    private CompletionStage<Map<String, Optional<byte[]>>> read(Collection<String> ids) {
        if (ids.isEmpty()) {
            return CompletableFuture.completedStage(Map.of());
        }
        List<String> order = List.copyOf(ids);
        String[] wanted = order.stream().map(keys::node).toArray(String[]::new);
        return redis.run(r -> r.mget(wanted)).thenApply(values -> {
            Map<String, Optional<byte[]>> found = new HashMap<>();
            for (int i = 0; i < order.size(); i++) {
                KeyValue<String, byte[]> value = values.get(i);
                found.put(order.get(i), value.hasValue() ? Optional.of(value.getValue()) : Optional.empty());
            }
            return found;
        });
    }
}
