package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.cluster.api.Registration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the cluster of this node and its rooms. The cluster may be replaced while rooms run: everything is told to the new
 * one again. Guarded by its monitor; the cluster itself is read without.
 */
final class Directory {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    /** Where nodes say that their rooms changed: their process id, nothing else. */
    private static final String CHANNEL = "rooms.changed";

    private final String processId;
    private final String address;
    private final List<Registration> registrations = new ArrayList<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Cluster cluster;

    Directory(String processId, String address) {
        this.processId = processId;
        this.address = address;
    }

    String processId() {
        return processId;
    }

    @Nullable
    Cluster cluster() {
        return cluster;
    }

    String address() {
        return address;
    }

    /** How often the list of rooms has changed, as far as is known here. */
    long changes() {
        return changes.get();
    }

    /** A room of this node has changed, come or gone. */
    void touched() {
        changes.incrementAndGet();
    }

    /** Goes over to this cluster. */
    synchronized void join(Cluster joined, NodeInfo node, Function<Cluster, List<Registration>> serve) {
        closeRegistrations();
        cluster = joined;
        registrations.add(joined.announce(node));
        registrations.addAll(serve.apply(joined));
        if (joined.distributed()) {
            registrations.add(joined.presence().subscribe(CHANNEL, this::heard));
        }
        touched();
        LOG.info("Node '{}' at {} is part of {}", processId, address, joined.distributed() ? "a cluster" : "itself");
    }

    /** This cluster goes; nothing happens where another has taken its place. */
    synchronized void leave(Cluster left) {
        if (cluster == left) {
            closeRegistrations();
            cluster = null;
            touched();
        }
    }

    private void heard(String node) {
        if (!node.equals(processId)) {
            touched();
        }
    }

    /** Goes silent; rooms stay listed, for whoever takes them over announces them again. */
    synchronized void leave() {
        closeRegistrations();
        cluster = null;
    }

    /** Tells how this node stands now. */
    synchronized void announce(NodeInfo node) {
        Cluster to = cluster;
        if (to != null && !registrations.isEmpty()) {
            registrations.set(0, to.announce(node));
        }
    }

    void put(ActiveRoom room) {
        listed(room);
    }

    /** Lists the room; completes when other nodes can find it, or when that has failed and been logged. */
    CompletableFuture<Void> listed(ActiveRoom room) {
        Cluster to = cluster;
        if (to == null) {
            return CompletableFuture.completedFuture(null);
        }
        return to.rooms()
                .put(Entries.listing(room, processId, address))
                .thenRun(() -> tell(to))
                .exceptionally(e -> missed(room.id(), e))
                .toCompletableFuture();
    }

    /** Lists the room no more, and leaves its entry to the node that takes it over. */
    void release(ActiveRoom room) {
        touched();
        Cluster to = cluster;
        if (to != null) {
            to.rooms().release(room.id());
        }
    }

    void remove(ActiveRoom room) {
        touched();
        Cluster to = cluster;
        if (to != null) {
            to.rooms().remove(room.id()).thenRun(() -> tell(to)).exceptionally(e -> missed(room.id(), e));
        }
    }

    /** Has the other nodes look again, when they can see what changed. Nobody waits for that. */
    private void tell(Cluster to) {
        if (to.distributed()) {
            to.presence().publish(CHANNEL, processId).exceptionally(e -> missed("*", e));
        }
    }

    private @Nullable Void missed(String room, Throwable error) {
        LOG.warn("Room '{}' could not be told to the cluster: {}", room, String.valueOf(error));
        return null;
    }

    private void closeRegistrations() {
        registrations.forEach(Registration::close);
        registrations.clear();
    }
}
