package org.hotrealm.room.engine;

import java.util.concurrent.atomic.LongAdder;

/**
 * How slow clients are treated, and how many there were. Any thread.
 *
 * @param mergeMillis so long what a client misses is merged; after that it gets a full state
 * @param closeMillis so long a client's line may be congested at a stretch
 * @param merged clients that got one patch instead of several
 * @param resynced clients that got a full state instead of patches
 * @param closed clients that were closed
 */
record Slow(int mergeMillis, int closeMillis, LongAdder merged, LongAdder resynced, LongAdder closed) {

    Slow(int mergeMillis, int closeMillis) {
        this(mergeMillis, closeMillis, new LongAdder(), new LongAdder(), new LongAdder());
    }
}
