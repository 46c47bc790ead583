package org.hotrealm.ops.shell;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Commands answer when they know: how they wait for what comes later. */
final class Waiting {

    /** For what is there and only has to be told. */
    static final Duration SOON = Duration.ofSeconds(5);

    private Waiting() {}

    /**
     * The result.
     *
     * @throws java.util.concurrent.CompletionException with the failure, or with a timeout
     */
    static <T> T await(CompletionStage<T> stage, Duration within) {
        return stage.toCompletableFuture()
                .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
