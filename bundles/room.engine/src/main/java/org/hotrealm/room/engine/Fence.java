package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.hotrealm.cluster.api.Cluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which of two nodes a moving room belongs to: the one whose claim comes first, however late or often the other asks
 * and whatever was lost between them. Until the cluster's store answers it is nobody's, and stands still. Any thread.
 */
final class Fence {

    private static final Logger LOG = LoggerFactory.getLogger(Fence.class);
    /** Longer than any question about it can be under way. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final long AGAIN_MILLIS = 200;
    private static final int LOG_EVERY = 50;

    private final Directory directory;

    Fence(Directory directory) {
        this.directory = directory;
    }

    /**
     * Claims the room for this node.
     *
     * @param move the name of this one move
     * @return whether it is this node's, once that is known
     */
    CompletableFuture<Boolean> claim(String move) {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        ask("move:" + move, 0, mine);
        return mine;
    }

    private void ask(String key, int times, CompletableFuture<Boolean> mine) {
        asked(key).whenComplete((answer, failure) -> {
            if (failure == null) {
                mine.complete(answer);
                return;
            }
            if (times % LOG_EVERY == 0) {
                LOG.warn(
                        "Which node a moving room belongs to is not known yet, it stands still: {}",
                        String.valueOf(Errands.unwrap(failure)));
            }
            Executor later = CompletableFuture.delayedExecutor(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            later.execute(() -> ask(key, times + 1, mine));
        });
    }

    /** An answer that was lost may have been a yes: so what is there is looked at, too. */
    private CompletionStage<Boolean> asked(String key) {
        Cluster cluster = directory.cluster();
        if (cluster == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("this node has no cluster at the moment"));
        }
        return cluster.presence()
                .claim(key, directory.processId(), KEPT)
                .thenCompose(first -> first
                        ? CompletableFuture.completedFuture(true)
                        : cluster.presence()
                                .get(key)
                                .thenApply(owner -> owner.filter(directory.processId()::equals)
                                        .isPresent()));
    }
}
