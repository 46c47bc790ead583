package org.hotrealm.cluster.api;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/** Two nodes of a cluster, and how a contract waits for what they do. */
abstract class ClusterScene {

    /** How long something may take that is sure to come. */
    protected static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The cluster as one node sees it. */
    protected Cluster one;
    /** The cluster as another node sees it. */
    protected Cluster two;

    /** Joins an empty cluster, or gives the same object each time. */
    protected abstract Cluster join() throws Exception;

    @BeforeEach
    void twoNodes() throws Exception {
        one = join();
        two = join();
    }

    /** Waits for a stage. */
    protected static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits for a stage to fail and gives the reason. */
    protected static Throwable failureOf(CompletionStage<?> stage) {
        Throwable failure = catchThrowable(() ->
                stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join());
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Waits until a subscription made now is in force: those made before on the same node then are, too. */
    protected static void probe(Cluster from, Cluster to) throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Registration r = to.presence().subscribe("probe", heard::add)) {
            awaitUntil(() -> {
                await(from.presence().publish("probe", "?"));
                return heard.poll(50, TimeUnit.MILLISECONDS) != null;
            });
        }
    }

    /** Repeats a question until the answer is yes, and fails where it stays no. */
    protected static void awaitUntil(java.util.concurrent.Callable<Boolean> question) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!question.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not so within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
