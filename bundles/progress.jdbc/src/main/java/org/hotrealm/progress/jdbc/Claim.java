package org.hotrealm.progress.jdbc;

import org.hotrealm.progress.api.Opened;
import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;

/** A character that somebody plays. Guarded by the register it is in. */
final class Claim {

    final Key key;
    final String holder;
    /** When it goes where nobody enters, in nanoseconds of the system's timer; 0 once somebody has. */
    long expires;

    /** What was fetched, until it is entered. */
    @Nullable
    Opened opened;

    boolean away;
    boolean wanted;
    boolean closing;
    boolean lost;
    /** The revision that is stored, or -1 where that is not known: a store that was replaced finds out by looking. */
    long durable;
    /** What waits to be stored. */
    @Nullable
    Progress waiting;
    /** What is being stored. */
    @Nullable
    Progress writing;

    Claim(Key key, String holder, long durable) {
        this.key = key;
        this.holder = holder;
        this.durable = durable;
    }

    boolean idle() {
        return waiting == null && writing == null;
    }
}
