package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.room.api.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one at a time look for a room and make it where there is none, so that two who come together meet: one of this node,
 * and where there are others, one of all. Waits on the calling thread.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    /** A node that dies during its turn holds up the others for so long. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private static final long AGAIN_MILLIS = 15;

    private final Map<String, Waiting> local = new ConcurrentHashMap<>();

    /** The lock of a name and how many want it. */
    private static final class Waiting {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int users;
    }

    /** Work done in turn. */
    interface Work<T> extends Callable<T> {
        @Override
        T call() throws RefusedException;
    }

    <T> T take(String what, @Nullable Cluster cluster, String owner, Work<T> work) throws RefusedException {
        Waiting waiting = local.compute(what, (key, known) -> {
            Waiting one = known == null ? new Waiting() : known;
            one.users++;
            return one;
        });
        waiting.lock.lock();
        try {
            return cluster == null || !cluster.distributed() ? work.call() : amongNodes(what, cluster, owner, work);
        } finally {
            waiting.lock.unlock();
            local.computeIfPresent(what, (key, known) -> --known.users == 0 ? null : known);
        }
    }

    private <T> T amongNodes(String what, Cluster cluster, String owner, Work<T> work) throws RefusedException {
        String key = "match:" + what;
        boolean claimed = claim(cluster, key, owner);
        try {
            return work.call();
        } finally {
            if (claimed) {
                cluster.presence().release(key, owner).exceptionally(e -> false);
            }
        }
    }

    /** Without an answer of the store rooms are made all the same: two too many are better than none. */
    private static boolean claim(Cluster cluster, String key, String owner) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!answer(cluster.presence().claim(key, owner, LONGEST))) {
                if (System.nanoTime() - deadline > 0) {
                    LOG.warn("No turn for '{}' within {}: another node holds it", key, LONGEST);
                    return false;
                }
                Thread.sleep(AGAIN_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("No turn for '{}': the cluster does not answer ({})", key, e.toString());
            return false;
        }
    }

    private static boolean answer(CompletionStage<Boolean> stage)
            throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
