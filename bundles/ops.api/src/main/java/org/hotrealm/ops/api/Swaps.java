package org.hotrealm.ops.api;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Replaces bundles while rooms run. One swap at a time; further ones wait their turn. Any thread; nothing blocks. */
@ProviderType
public interface Swaps {

    /**
     * Installs a version of a bundle beside the one that runs, changes the rooms over and takes the old one out; or leaves
     * everything as it was and says why.
     *
     * @param progress hears each step as a sentence, on the operation's thread
     * @return completes with what happened, refusals and roll-backs included; never exceptionally
     */
    CompletionStage<SwapRecord> swap(SwapRequest request, Consumer<String> progress);

    /** What was done on this node, newest first; survives restarts. */
    List<SwapRecord> records();
}
