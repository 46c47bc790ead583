package org.hotrealm.cluster.local;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.Presence;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.cluster.api.RoomDirectory;

/** A cluster within this process. Any thread; answers at once. */
final class LocalCluster implements Cluster {

    private final Map<String, NodeInfo> nodes = new ConcurrentHashMap<>();
    private final LocalRooms rooms = new LocalRooms();
    private final LocalPresence presence;
    private final LocalCalls calls = new LocalCalls();

    /**
     * A cluster without nodes.
     *
     * @param nanos the clock that expires keys
     */
    LocalCluster(LongSupplier nanos) {
        presence = new LocalPresence(nanos);
    }

    @Override
    public boolean distributed() {
        return false;
    }

    @Override
    public boolean healthy() {
        return true;
    }

    @Override
    public Registration announce(NodeInfo node) {
        nodes.put(node.id(), node);
        return () -> {
            // Equality would let an outdated registration take away its equal successor.
            boolean last = nodes.computeIfPresent(node.id(), (id, now) -> now == node ? null : now) == null;
            if (last) {
                rooms.forget(node.id());
            }
        };
    }

    @Override
    public CompletionStage<List<NodeInfo>> nodes() {
        return CompletableFuture.completedStage(nodes.values().stream()
                .sorted(Comparator.comparing(NodeInfo::id))
                .toList());
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
}
