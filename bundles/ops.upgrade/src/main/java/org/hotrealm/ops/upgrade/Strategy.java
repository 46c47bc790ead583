package org.hotrealm.ops.upgrade;

import java.util.List;

/**
 * How bundles of one kind follow each other. Up to {@link #widen} everything can be undone; what comes after, taking the old
 * version out, is the same for all. One thread.
 */
interface Strategy {

    /** What speaks against it, looked at before anything is touched. */
    default void check() throws Refusal {}

    /** The new version takes over: in the canary's rooms only where there is one. */
    void apply() throws Refusal;

    /** It takes over in all the other rooms, too. */
    default void widen() throws Refusal {}

    /** The old version takes over again. Called once, also where {@link #apply} failed half way. Gives what went wrong with that. */
    List<String> undo();
}
