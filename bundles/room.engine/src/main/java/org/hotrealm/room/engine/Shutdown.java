package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends all rooms of a node in good order. */
final class Shutdown {

    private static final String REASON = "the server is shutting down";

    private Shutdown() {}

    /** Locks all rooms, lets each finish its work, closes its clients. What takes most of the time given is not waited for. */
    static CompletableFuture<Void> of(List<ActiveRoom> rooms, int closeCode, Duration within) {
        for (ActiveRoom room : rooms) {
            room.shown().locked = true;
            room.loop().post(() -> room.ending().shutdown(closeCode, REASON));
        }
        long patience = within.toMillis() * 3 / 4;
        CompletableFuture.delayedExecutor(patience, TimeUnit.MILLISECONDS)
                .execute(() -> rooms.stream()
                        .filter(room -> !room.ending().over().isDone())
                        .forEach(room -> room.loop().post(() -> room.ending().force(closeCode, REASON))));
        return CompletableFuture.allOf(
                        rooms.stream().map(room -> room.ending().over()).toArray(CompletableFuture[]::new))
                .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
    }
}
