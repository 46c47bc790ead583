package org.hotrealm.cluster.redis;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.Presence;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.cluster.api.RoomDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cluster over Redis. Any thread; nothing blocks but {@link #close}. */
final class RedisCluster implements Cluster, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCluster.class);
    private static final Duration LEAVING = Duration.ofSeconds(1);

    private final Redis redis;
    private final RedisMeters meters = new RedisMeters(this::healthy);
    private final Channels channels = new Channels();
    private final Nodes nodes;
    private final RedisRooms rooms;
    private final RedisPresence presence;
    private final Calls calls;

    /** Begins to connect; works, within its bounds, from now on. */
    RedisCluster(RedisAddress address, Settings settings) {
        Keys keys = new Keys(settings.keyPrefix());
        Json json = new Json();
        Backend backend = Backend.of(address, settings);
        backend.tell(meters);
        redis = new Redis(backend, settings, this::connected);
        nodes = new Nodes(redis, keys, settings, json);
        rooms = new RedisRooms(redis, keys, nodes, json);
        presence = new RedisPresence(redis, channels, keys);
        // Only one server knows how many hear a message; a Redis Cluster's node knows of its own subscribers alone.
        boolean countsReceivers = address instanceof RedisAddress.Single;
        calls = new Calls(redis, channels, keys, settings, UUID.randomUUID().toString(), countsReceivers);
        redis.open(this::beat);
    }

    private void connected(Backend.Session session) {
        channels.connected(session.subscriber());
        nodes.rewrite().forEach(rooms::rewrite);
    }

    private void beat() {
        redis.ping();
        if (redis.healthy()) {
            channels.refresh();
            nodes.beat(rooms::rewrite);
            rooms.refresh();
            rooms.sweep();
        }
    }

    /** What is measured of it. */
    RedisMeters meters() {
        return meters;
    }

    @Override
    public boolean distributed() {
        return true;
    }

    @Override
    public boolean healthy() {
        return redis.healthy();
    }

    @Override
    public Registration announce(NodeInfo node) {
        return nodes.announce(node, rooms::forget);
    }

    @Override
    public CompletionStage<List<NodeInfo>> nodes() {
        return nodes.alive();
    }

    @Override
    public RoomDirectory rooms() {
        return rooms;
    }

    @Override
    public Presence presence() {
        return presence;
    }

    @Override
    public Registration serve(String nodeId, String operation, Function<byte[], CompletionStage<byte[]>> handler) {
        return calls.serve(nodeId, operation, handler);
    }

    @Override
    public CompletionStage<byte[]> call(String nodeId, String operation, byte[] request, Duration within) {
        return calls.call(nodeId, operation, request, within);
    }

    /** Takes this process's nodes and rooms out, where Redis answers in time, and closes the connections. */
    @Override
    public void close() {
        if (redis.connected()) {
            try {
                nodes.leave().toCompletableFuture().get(LEAVING.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.info("Redis did not hear the goodbye; this node's entries expire by themselves");
            }
        }
        redis.close();
    }
}
