package org.hotrealm.ops.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Replaces bundles while rooms run. One swap at a time; further ones wait their turn. Any thread; nothing blocks. */
@ProviderType
public interface Swaps {

    /**
     * Installs versions of bundles beside those that run, changes over and takes the old ones out; or leaves everything as
     * it was and says why.
     *
     * <p>Where the bundle that asks is itself the one that is replaced, the answer comes before its classes are collected,
     * and the record tells later whether they were.
     *
     * @param progress hears each step as it begins: its name, then details where there are; on the operation's thread
     * @return completes with what happened, refusals and roll-backs included; never exceptionally
     */
    CompletionStage<SwapRecord> swap(SwapRequest request, Consumer<String> progress);

    /**
     * What was done on this node, newest first; survives restarts. Older ones are read from the disk as they are asked for, so
     * whoever wants some takes no more than those.
     */
    List<SwapRecord> records();

    /** The record of this number; empty where there is none. */
    default Optional<SwapRecord> record(long id) {
        return records().stream().filter(record -> record.id() == id).findFirst();
    }

    /** How far the swap under way is; empty where there is none. */
    default Optional<SwapProgress> underWay() {
        return Optional.empty();
    }
}
