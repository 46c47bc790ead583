package org.hotrealm.room.engine;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Turns that wait for a thread, oldest first, and threads that wait for a turn, of which the one that ran last goes first: few
 * rooms stay on few threads, whose caches still hold them, and the others sleep on. Any thread.
 */
final class TurnQueue {

    private final ArrayDeque<Runnable> turns = new ArrayDeque<>();
    private final ArrayDeque<Idle> idle = new ArrayDeque<>();

    /** Hands a turn to a waiting thread, or keeps it for the next one that comes. */
    void add(Runnable turn) {
        Idle next;
        synchronized (this) {
            next = idle.pollFirst();
            if (next == null) {
                turns.add(turn);
                return;
            }
            next.turn = turn;
        }
        LockSupport.unpark(next.thread);
    }

    /** The oldest turn, or null. */
    synchronized @Nullable Runnable poll() {
        return turns.poll();
    }

    /**
     * Waits for a turn.
     *
     * @throws InterruptedException when interrupted while there is none
     */
    Runnable take(Idle self) throws InterruptedException {
        synchronized (this) {
            Runnable waiting = turns.poll();
            if (waiting != null) {
                return waiting;
            }
            idle.addFirst(self);
        }
        for (Runnable given = self.turn; ; given = self.turn) {
            if (given != null) {
                self.turn = null;
                return given;
            }
            if (Thread.interrupted()) {
                giveUp(self);
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Unless a turn was handed over in the meantime: that one is run, and the thread learns of its interruption later. */
    private synchronized void giveUp(Idle self) throws InterruptedException {
        if (idle.remove(self)) {
            throw new InterruptedException();
        }
        self.thread.interrupt();
    }

    /** One thread's place in the queue. */
    static final class Idle {
        private final Thread thread = Thread.currentThread();
        private volatile @Nullable Runnable turn;
    }
}
