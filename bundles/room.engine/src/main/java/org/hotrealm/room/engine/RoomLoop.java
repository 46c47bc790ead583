package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jctools.queues.MpscArrayQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one room's work on a pool of workers, on one thread at a time and to completion: first the control tasks (joins,
 * drops, rebinds), then messages, then the tick if one is due.
 *
 * <p>Whoever finds {@link #scheduled} false sets it and submits the loop; the loop clears it when it is done and looks once
 * more, so no task is left waiting and none runs twice.
 */
final class RoomLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RoomLoop.class);
    private static final int MOST_CATCH_UP_TICKS = 5;
    /** Rooms begin at common instants, so that one waking of the clock and of a worker serves several. */
    private static final long COMMON_NANOS = 5_000_000;

    private final Work work;
    private final Executor workers;
    private final Pulse pulse;
    private final Metronome.Beat beat = new Metronome.Beat(this);
    private final ConcurrentLinkedQueue<Runnable> control = new ConcurrentLinkedQueue<>();
    private final MpscArrayQueue<Inbound> inbox;
    private final boolean onArrival;
    private final long period;
    private final Runnable tick;
    private final Runnable flush;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile boolean tickDue;
    private volatile boolean ended;
    private volatile boolean asleep;
    /** Taken from a thread that does not give it back: no thread runs this loop any more. */
    private volatile boolean seized;

    private volatile @Nullable Thread owner;

    /** A task of which somebody waits for the end. */
    interface Awaited extends Runnable {

        /** The room was parked before it could be run. */
        void tooLate();
    }

    /** A task, and what becomes of it where the room is parked before. */
    static Awaited awaited(Runnable task, Runnable late) {
        return new Awaited() {
            @Override
            public void run() {
                task.run();
            }

            @Override
            public void tooLate() {
                late.run();
            }
        };
    }

    /** What a room does when its loop lets it. */
    interface Work {
        void message(Inbound inbound);

        /** A turn begins on this thread. */
        default void begins() {}

        /** The turn on this thread is over. */
        default void ends() {}

        /** One tick, planned for this instant of {@link System#nanoTime()}. */
        void tick(long planned);

        /** Whether messages can be handled now; they wait otherwise. */
        boolean ready();

        /** Throws {@link Custody.Lost} on a thread from which the room was taken. */
        default void own() {}

        /** End of a turn: what is to be sent goes out. */
        void flush();

        /** How long after this tick the next one is planned, of a room whose ticks have this length. */
        default long pace(long period) {
            return period;
        }

        /** The room is so far behind that its clock slows down. */
        default void slowed() {}

        /** A control task threw. */
        void failed(String part, Throwable error);

        /** The turn has been running on this thread for so long; called on another thread, which must not wait. */
        void stalled(Thread thread, long millis);

        /** A turn that had stalled has come to its end; called on the thread that ran it. */
        void recovered();
    }

    RoomLoop(Work work, Executor workers, Pulse pulse, int tickMillis, int inboxLimit, boolean onArrival) {
        this.work = work;
        this.workers = workers;
        this.pulse = pulse;
        this.inbox = new MpscArrayQueue<>(inboxLimit);
        this.onArrival = onArrival;
        this.period = tickMillis * 1_000_000L;
        this.tick = () -> work.tick(beat.planned());
        this.flush = work::flush;
    }

    /** Begins to tick, about one period from now. */
    void start() {
        long first = System.nanoTime() + period;
        beat.planned(first - Math.floorMod(first, COMMON_NANOS));
        pulse.plan(beat);
    }

    /** Begins to tick at once, as a room does that stood still. */
    void resume() {
        beat.planned(System.nanoTime());
        pulse.plan(beat);
    }

    /**
     * Takes the messages that are not handled yet. Room thread only, between ticks.
     *
     * @param first whether to run the tasks that wait before that; they come too late otherwise
     */
    List<Inbound> clear(boolean first) {
        if (first) {
            runControl();
        }
        List<Inbound> left = new ArrayList<>();
        inbox.drain(left::add);
        return left;
    }

    /** Nothing runs any more: who posts a task later is told. Room thread only. */
    void fallAsleep() {
        asleep = true;
        ended = true;
        if (seized) {
            late();
        }
    }

    /** Takes the room from the thread that runs it, for good. */
    void seize() {
        seized = true;
        owner = Thread.currentThread();
    }

    /** Whoever posts something to a seized loop comes too late. */
    private void late() {
        Runnable task;
        while ((task = control.poll()) != null) {
            if (task instanceof Awaited awaited) {
                awaited.tooLate();
            }
        }
    }

    /** Length of a tick in nanoseconds. */
    long period() {
        return period;
    }

    Work work() {
        return work;
    }

    /** Runs a task on the room's thread, before messages and ticks that are still waiting. */
    void post(Runnable task) {
        control.add(task);
        if (seized && asleep) {
            late();
        } else {
            wake();
        }
    }

    /** Queues a client's message; false where the inbox is full. */
    boolean offer(Inbound inbound) {
        if (!inbox.offer(inbound)) {
            return false;
        }
        if (onArrival) {
            wake();
        }
        return true;
    }

    void tickDue() {
        tickDue = true;
        wake();
    }

    /** No tick is planned any more. Tasks posted later still run. */
    void end() {
        ended = true;
    }

    /** Whether the calling thread is the one that runs the room just now. */
    boolean owned() {
        return owner == Thread.currentThread();
    }

    /** The thread that runs the room just now, or null between turns. */
    @Nullable
    Thread owner() {
        return owner;
    }

    private void wake() {
        if (scheduled.compareAndSet(false, true)) {
            try {
                workers.execute(this);
            } catch (RejectedExecutionException stopping) {
                // The engine stops: what is still posted has nobody left to serve.
                ended = true;
            }
        }
    }

    @Override
    public void run() {
        if (seized) {
            return;
        }
        owner = Thread.currentThread();
        boolean mine = true;
        try {
            work.begins();
            runControl();
            if (!asleep && (onArrival || tickDue)) {
                runMessages();
            }
            if (tickDue) {
                tickDue = false;
                runTick();
            }
            guarded("flush", flush);
        } catch (Custody.Lost elsewhere) {
            mine = false;
            LOG.debug("A hook came to its end after its room had gone on without it");
        } finally {
            work.ends();
            if (mine) {
                release();
            }
        }
    }

    private void release() {
        owner = null;
        scheduled.set(false);
        if (!control.isEmpty() || (tickDue && !ended) || (onArrival && !inbox.isEmpty() && work.ready())) {
            wake();
        }
    }

    private void runControl() {
        Runnable task;
        while ((task = control.poll()) != null) {
            try {
                if (!asleep) {
                    task.run();
                } else if (task instanceof Awaited awaited) {
                    awaited.tooLate();
                }
            } catch (Exception | Error e) {
                work.failed("a task of the room", e);
            }
            work.own();
        }
    }

    private void runMessages() {
        // Only what was there at the start: a client that sends without pause must not keep the tick waiting.
        for (int waiting = inbox.size(); waiting > 0 && work.ready(); waiting--) {
            Inbound inbound = inbox.poll();
            if (inbound == null) {
                return;
            }
            work.message(inbound);
            work.own();
        }
    }

    /** The room goes on, whatever was thrown. */
    private void guarded(String part, Runnable action) {
        try {
            action.run();
        } catch (Exception | Error e) {
            work.failed(part, e);
        }
        work.own();
    }

    private void runTick() {
        if (ended) {
            return;
        }
        guarded("tick", tick);
        if (ended) {
            return;
        }
        long next = beat.planned() + work.pace(period);
        long now = System.nanoTime();
        // Far behind, the room's clock slows down rather than run a burst of ticks.
        boolean far = now - next > MOST_CATCH_UP_TICKS * period;
        beat.planned(far ? now : next);
        if (far) {
            work.slowed();
        }
        pulse.plan(beat);
    }
}
