package org.hotrealm.itests.arena;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a heavier game would reckon: time that a tick takes beside the reference's work, so that a server can be overloaded by
 * a driver that is not.
 *
 * @param nanosEach for each player
 */
record Burden(long nanosEach) {

    private static final int NANOS_OF_A_MICRO = 1000;

    /** Reads {@code ARENA_BURDEN_US}; none where that is missing. */
    static Burden from(Function<String, @Nullable String> environment) {
        return new Burden((long) (Rules.number(environment, "ARENA_BURDEN_US", 0) * NANOS_OF_A_MICRO));
    }

    void carry(int players) {
        if (nanosEach > 0) {
            long end = System.nanoTime() + players * nanosEach;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }
}
