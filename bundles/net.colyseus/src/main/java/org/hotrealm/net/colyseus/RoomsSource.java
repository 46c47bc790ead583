package org.hotrealm.net.colyseus;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;

/** Where the rooms are found; they come and go. Any thread. */
@FunctionalInterface
interface RoomsSource {

    /** Those that are here now, or null. */
    @Nullable
    Rooms get();

    /**
     * The first that are not these.
     *
     * @param than those that went or are about to go; null where they are gone already
     * @return completes exceptionally where none are expected, or do not come in time
     */
    default CompletionStage<Rooms> next(@Nullable Rooms than) {
        return CompletableFuture.failedFuture(new TimeoutException("no other rooms are expected"));
    }
}
