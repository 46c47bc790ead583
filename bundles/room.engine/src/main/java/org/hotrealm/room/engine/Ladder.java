package org.hotrealm.room.engine;

/**
 * How much a room gives up to stay within the time of its ticks, in the order of {@link org.hotrealm.room.api.Room#rung}. Looked
 * at once a second: up where it could not keep up for two seconds, down where it had time to spare for one, and for twice as
 * long each time that a step down did not last. Written on the room's thread, which allocates nothing here; the rung is read
 * by any.
 */
final class Ladder {

    /** Minds of monsters and the like that nobody looks at are spared. */
    static final int SPARED = 1;
    /** Patches go out half as often, and nobody new is let in. */
    static final int SPARSE = 2;
    /** The room's clock runs slower, for everything in it alike. */
    static final int SLOWED = 3;

    /** The load of a room that has not run for long enough. */
    static final double UNKNOWN = -1;

    private static final int WINDOW_MILLIS = 1_000;
    private static final int FEWEST_TICKS = 5;
    /** Windows in a row in which it could not keep up, for a step up. */
    private static final int CLIMB = 2;
    /** A room that uses more of its time than this could not bear what it gave up. */
    private static final double SPARE = 0.6;
    /** How full the ticks of a room are whose clock is slowed. */
    private static final double FULL = 0.8;

    private static final int SLOWEST = 4;
    /** A step down that lasted for so many windows was right. */
    private static final int LASTING = 30;

    private static final int MOST_PATIENCE = 32;

    private final long period;
    private final int window;
    private volatile int rung;
    private volatile double load = UNKNOWN;
    private volatile long pace;

    private int ticks;
    private int bad;
    private long cost;
    private long worked;
    private long begun;
    /** The load of the window before. */
    private double before = UNKNOWN;

    private boolean first = true;
    /** Windows in a row: over its time, and with time to spare. */
    private int over;

    private int spare;
    private int patience = 1;
    private int sinceDescent = LASTING;

    Ladder(int tickMillis) {
        period = tickMillis * 1_000_000L;
        pace = period;
        window = Math.max(FEWEST_TICKS, WINDOW_MILLIS / tickMillis);
    }

    /**
     * A tick is over.
     *
     * @param now when it began, of {@link System#nanoTime}
     * @param lateness how long after its time it began
     * @param took how long it took
     * @param computed how much of a processor it took meanwhile, also in nanoseconds
     * @return by how many rungs the room is higher now: -1, 0 or 1
     */
    int ticked(long now, long lateness, long took, long computed) {
        if (first) {
            first = false;
            begun = now - period;
        }
        ticks++;
        cost += took;
        worked += computed;
        if (lateness > period || took > pace) {
            bad++;
        }
        return ticks < window ? 0 : look(Math.max(1, now - begun), now);
    }

    private int look(long elapsed, long now) {
        boolean tooMuch = bad * 2 >= ticks;
        boolean ease = bad == 0 && cost <= SPARE * ticks * period;
        double lately = (double) worked / elapsed;
        load = before < 0 ? lately : Math.min(before, lately);
        before = lately;
        over = tooMuch ? over + 1 : 0;
        spare = ease ? spare + 1 : 0;
        int step = step();
        pace = rung < SLOWED ? period : slowed(cost / ticks, tooMuch ? elapsed / ticks : 0);
        ticks = 0;
        bad = 0;
        cost = 0;
        worked = 0;
        begun = now;
        return step;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the room's thread
    private int step() {
        if (sinceDescent < LASTING) {
            sinceDescent++;
        } else if (rung == 0) {
            patience = 1;
        }
        if (over >= CLIMB && rung < SLOWED) {
            over = 0;
            if (sinceDescent < LASTING) {
                patience = Math.min(MOST_PATIENCE, patience * 2);
            }
            rung++;
            return 1;
        }
        if (spare >= patience && rung > 0) {
            spare = 0;
            sinceDescent = 0;
            rung--;
            return -1;
        }
        return 0;
    }

    /** A period in which the room's work has room, and near which it comes anyway. */
    private long slowed(long took, long reached) {
        long fits = Math.max((long) (took / FULL), Math.max(reached + reached / 10, pace - pace / 10));
        return Math.clamp(fits, period, SLOWEST * period);
    }

    /** 0 where it gives up nothing. Any thread. */
    int rung() {
        return rung;
    }

    /**
     * The part of a processor that it took in the last two seconds, in the lesser of them; {@link #UNKNOWN} in its first. Time
     * in which its thread was kept from running does not count. Any thread.
     */
    double load() {
        return load;
    }

    /** From one tick to the next, in nanoseconds. */
    long pace() {
        return pace;
    }

    /** Patches go out once in so many of their turns. */
    int patchesIn() {
        return rung < SPARSE ? 1 : 2;
    }

    /** Whether somebody new is let in. Any thread. */
    boolean open() {
        return rung < SPARSE;
    }
}
