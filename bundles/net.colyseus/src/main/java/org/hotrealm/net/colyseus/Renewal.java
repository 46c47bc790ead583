package org.hotrealm.net.colyseus;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;

/** The rooms as they come and go with their engine; who asks in between waits for the next ones. Any thread. */
final class Renewal implements RoomsSource {

    /** So long after some went others are expected. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final List<CompletableFuture<Rooms>> waiting = new ArrayList<>();
    private @Nullable Rooms current;
    private long leftAt;
    private boolean left;

    @Override
    public synchronized @Nullable Rooms get() {
        return current;
    }

    void enter(Rooms next) {
        List<CompletableFuture<Rooms>> now;
        synchronized (this) {
            current = next;
            now = List.copyOf(waiting);
            waiting.clear();
        }
        now.forEach(one -> one.complete(next));
    }

    synchronized void leave(Rooms gone) {
        if (current == gone) {
            current = null;
            left = true;
            leftAt = System.nanoTime();
        }
    }

    @Override
    public synchronized CompletionStage<Rooms> next(@Nullable Rooms than) {
        Rooms now = current;
        if (now != null && now != than) {
            return CompletableFuture.completedFuture(now);
        }
        long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - leftAt);
        if (now == null && (!left || since > PATIENCE_MILLIS)) {
            return CompletableFuture.failedFuture(new TimeoutException("there are no rooms, and none are expected"));
        }
        CompletableFuture<Rooms> next = new CompletableFuture<>();
        waiting.add(next);
        return next.orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
