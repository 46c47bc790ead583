package org.hotrealm.room.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Has rooms stand still while a bundle is replaced whose objects they keep by {@link Room#attach}, such as the world of a
 * realm. Their connections stay; what clients send waits. Any thread; nothing blocks.
 */
@ProviderType
public interface Parking {

    /**
     * Why rooms that keep objects of this bundle could not stand still now, a sentence each; empty where nothing is in the
     * way. The rooms go on.
     *
     * @param bundle its symbolic name
     */
    CompletionStage<List<String>> obstacles(String bundle);

    /**
     * Puts the rooms that keep objects of this bundle into bytes, each at a tick's edge, and lets go of all their objects.
     *
     * @param within how long that may take
     * @return the ids of the rooms; exceptionally where one could not be parked: then all go on
     */
    CompletionStage<List<String>> park(String bundle, Duration within);

    /**
     * Makes the parked rooms again and lets them go on, once the types they need are here.
     *
     * @param within how long to wait for the types
     * @return completes when all of them run; exceptionally where one could not be made again: then all are parked still, and
     *     this may be called again
     */
    CompletionStage<List<Thaw>> wake(Duration within);

    /**
     * How a room went on.
     *
     * @param room its id
     * @param tick the first tick it runs
     * @param frozenNanos how long it stood still
     */
    record Thaw(String room, long tick, long frozenNanos) {}
}
