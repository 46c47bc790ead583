package org.hotrealm.cluster.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to Redis. Commands given while it is away wait, up to a number and a time; the first connection is tried until
 * it is there, later ones are the client library's to restore. Any thread; nothing blocks but {@link #close}.
 */
final class Redis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);
    private static final long RETRY_MILLIS = 250;

    /** What wants to know about the connection. Called on the client's threads; must not block. */
    interface Listener {
        /** The connection is there for the first time or again. */
        void connected(Backend.Session session);
    }

    private final Backend backend;
    private final Settings settings;
    private final Listener listener;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cluster-redis-timer").factory());
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Backend.@Nullable Session session;
    private boolean closed;
    private volatile boolean healthy;
    /** Whether the listener has said its part over the first connection: before, other nodes do not know this one. */
    private volatile boolean introduced;

    private boolean told;

    Redis(Backend backend, Settings settings, Listener listener) {
        this.backend = backend;
        this.settings = settings;
        this.listener = listener;
    }

    /** Begins to connect and to look after the connection. */
    void open(Runnable beat) {
        connect();
        long every = settings.beat().toMillis();
        timer.scheduleWithFixedDelay(() -> guarded(beat), every, every, TimeUnit.MILLISECONDS);
    }

    boolean healthy() {
        return healthy;
    }

    /** Whether Redis may know of this process: what was said while the connection was new went out before it was healthy. */
    boolean connected() {
        return healthy || (current() != null && !introduced);
    }

    /** Runs a command now or when Redis is there; the stage fails where that takes too long. */
    <T> CompletionStage<T> run(Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Backend.Session ready;
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedStage(new IllegalStateException("the cluster is closed"));
            }
            ready = session;
            if (ready == null && waiting.size() >= settings.queueMax()) {
                return CompletableFuture.failedStage(new IllegalStateException(
                        "Redis is away and %d commands wait already".formatted(waiting.size())));
            }
            if (ready == null) {
                waiting.addLast(() -> dispatch(command, result));
            }
        }
        if (ready != null) {
            dispatch(command, result);
        }
        // The client's own time-out begins only with the connection; this one covers the wait for it.
        return result.orTimeout(settings.commandTimeout().toMillis() + 500, TimeUnit.MILLISECONDS);
    }

    /** Asks Redis for a sign of life; decides {@link #healthy}. */
    void ping() {
        run(RedisClusterAsyncCommands::ping).whenComplete((pong, failure) -> healthy(failure == null && introduced));
    }

    private <T> void dispatch(
            Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> command,
            CompletableFuture<T> result) {
        Backend.Session now = current();
        if (now == null || result.isDone()) {
            return;
        }
        try {
            command.apply(now.commands()).whenComplete((value, failure) -> {
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    synchronized Backend.@Nullable Session current() {
        return session;
    }

    private void connect() {
        CompletionStage<Backend.Session> attempt;
        try {
            attempt = backend.connect();
        } catch (RuntimeException e) {
            attempt = CompletableFuture.failedStage(e);
        }
        attempt.whenComplete((opened, failure) -> {
            if (failure == null) {
                opened(opened);
            } else {
                retry(failure);
            }
        });
    }

    private synchronized void retry(Throwable failure) {
        if (closed) {
            return;
        }
        if (!told) {
            told = true;
            Throwable cause = failure.getCause() != null ? failure.getCause() : failure;
            LOG.warn("Redis does not answer ({}); rooms run, the cluster waits. Trying on.", cause.getMessage());
        }
        timer.schedule(this::connect, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void opened(Backend.Session opened) {
        opened.connection().addListener(new Watch(opened));
        synchronized (this) {
            if (closed) {
                return;
            }
            session = opened;
            // Under the lock: nothing given later may overtake what waits.
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
        listener.connected(opened);
        introduced = true;
        healthy(true);
    }

    private void healthy(boolean now) {
        if (now != healthy && !isClosed()) {
            healthy = now;
            if (now) {
                LOG.info("Redis answers");
            } else {
                LOG.warn("Redis does not answer; rooms run, the cluster waits");
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private static void guarded(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("a heartbeat failed; the next one is tried", e);
        }
    }

    /** Ends everything; what still waits fails. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            healthy = false;
            waiting.clear();
        }
        timer.shutdownNow();
        try {
            backend.close(CLOSING).toCompletableFuture().get(CLOSING.toSeconds() + 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("the connection to Redis did not close within {}", CLOSING, e);
        }
    }

    /** Hears from the client library when the connection goes and comes. */
    private final class Watch implements RedisConnectionStateListener {
        private final Backend.Session watched;

        Watch(Backend.Session watched) {
            this.watched = watched;
        }

        @Override
        public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
            listener.connected(watched);
            healthy(true);
        }

        @Override
        public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
            healthy(false);
        }
    }
}
