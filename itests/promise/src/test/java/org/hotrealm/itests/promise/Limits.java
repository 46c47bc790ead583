package org.hotrealm.itests.promise;

/**
 * How long what is promised may take. The story says whether things happen at all, on machines that do other work as well;
 * {@code -Dhotrealm.promise=exact} takes the promise at its word.
 */
final class Limits {

    /** Whether a promise's own numbers hold. */
    static final boolean EXACT = System.getProperty("hotrealm.promise", "").equals("exact");

    /** The first tick of a new behaviour may begin so late. */
    static final double LATE_MILLIS = EXACT ? 50 : 10_000;

    /** Rooms may stand still for so long while their owner changes. */
    static final double FREEZE_MILLIS = EXACT ? 500 : 10_000;

    /** A client may be away for so long while the port changes. */
    static final int RESUME_MILLIS = EXACT ? 5_000 : 60_000;

    private Limits() {}
}
