package org.hotrealm.room.engine;

import org.hotrealm.state.schema.Arrears;
import org.jspecify.annotations.Nullable;

/**
 * A client that does not read as fast as it is written to: it is given no patches until its line is free again. Room thread
 * only.
 */
final class Lag {

    private final long since;
    private final @Nullable Arrears arrears;
    private boolean free;

    /**
     * Begins with the present tick.
     *
     * @param arrears what is merged meanwhile; null for the client of a view, which gets a full state
     */
    Lag(long since, @Nullable Arrears arrears) {
        this.since = since;
        this.arrears = arrears;
    }

    long since() {
        return since;
    }

    @Nullable
    Arrears arrears() {
        return arrears;
    }

    /** Whether the line was free when the tick began. */
    boolean free() {
        return free;
    }

    void free(boolean now) {
        free = now;
    }
}
