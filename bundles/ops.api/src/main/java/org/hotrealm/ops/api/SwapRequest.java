package org.hotrealm.ops.api;

import java.time.Duration;
import java.util.List;

/**
 * What to swap, and how.
 *
 * @param source a jar's path, or {@code symbolic.name/version} of a bundle this node has had or was delivered with
 * @param rooms ids of the rooms to change over; empty for all, which also takes the old version out
 * @param soak how long the new version is watched before the old one goes; zero for not at all
 * @param dryRun whether to stop before anything starts, and only say what would happen
 * @param who asked for it, for the record
 */
public record SwapRequest(String source, List<String> rooms, Duration soak, boolean dryRun, String who) {

    /** Watched for so long where nothing else is asked for. */
    public static final Duration DEFAULT_SOAK = Duration.ofMillis(500);

    /** Checks and copies. */
    public SwapRequest {
        if (source.isBlank()) {
            throw new IllegalArgumentException("nothing to swap: name a jar, or symbolic.name/version");
        }
        if (soak.isNegative() || soak.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("soak is %s, allowed are 0 s to 1 h".formatted(soak));
        }
        rooms = List.copyOf(rooms);
    }

    /** All rooms, the usual soak. */
    public static SwapRequest of(String source, String who) {
        return new SwapRequest(source, List.of(), DEFAULT_SOAK, false, who);
    }
}
