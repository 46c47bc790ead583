package org.hotrealm.room.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Whose a room is: that of the thread that runs its hooks, until the room is taken from it because a hook does not come to its
 * end. Each hook takes a step as it begins and as it ends; the room is taken only while the same hook still runs, and the thread
 * that has lost it meets {@link Lost} at its next step.
 */
final class Custody {

    private static final long TAKEN = -1;

    /** Rises with each step; {@link #TAKEN} for good. */
    private final AtomicLong steps = new AtomicLong();

    private volatile @Nullable Thread lost;

    /** Ends what a thread still does for a room that is not its own any more; nobody but the room's loop catches it. */
    static final class Lost extends Error {
        private static final long serialVersionUID = 1L;

        Lost() {
            super("the room goes on elsewhere", null, false, false);
        }
    }

    /** A hook begins or ends on this thread. */
    void step() {
        long now = steps.get();
        if ((now == TAKEN || !steps.compareAndSet(now, now + 1)) && Thread.currentThread() == lost) {
            throw new Lost();
        }
    }

    /** Where it is now, for {@link #take}. */
    long now() {
        return steps.get();
    }

    /** Takes the room from a thread; false where that has come further than it was then. */
    boolean take(long then, Thread from) {
        lost = from;
        return steps.compareAndSet(then, TAKEN);
    }

    /** Throws where the room was taken from this thread. */
    void check() {
        if (lost()) {
            throw new Lost();
        }
    }

    /** Whether the room was taken from this thread. */
    boolean lost() {
        return taken() && Thread.currentThread() == lost;
    }

    boolean taken() {
        return steps.get() == TAKEN;
    }
}
