package org.hotrealm.cluster.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The cluster this node is part of, be it only itself. One such service is registered on a node: the local one, or the
 * one over Redis where {@code REDIS_URL} is set. Any thread; nothing blocks.
 */
@ProviderType
public interface Cluster {

    /** Whether there can be other nodes. */
    boolean distributed();

    /** Whether the shared store answers; always true locally. */
    boolean healthy();

    /** Makes this node known until the registration is closed or the node is dead; replaces an earlier one of the id. */
    Registration announce(NodeInfo node);

    /** The nodes alive, this one included. */
    CompletionStage<List<NodeInfo>> nodes();

    /** The directory of rooms. */
    RoomDirectory rooms();

    /** Presence: shared keys, sets, counters and publish/subscribe. */
    Presence presence();

    /**
     * Answers calls of other nodes to this one, on a virtual thread each.
     *
     * @param operation the name callers use
     * @param handler from the request's bytes to the answer's; what it throws reaches the caller as {@link RemoteFailure}
     */
    Registration serve(String nodeId, String operation, Function<byte[], CompletionStage<byte[]>> handler);

    /**
     * Calls an operation of a node.
     *
     * @return the answer, or exceptionally {@link RemoteFailure}, or {@link java.util.concurrent.TimeoutException}
     */
    CompletionStage<byte[]> call(String nodeId, String operation, byte[] request, Duration within);
}
