package org.hotrealm.room.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run rooms. A thread that a room does not give back is replaced, so that the others keep theirs; it ends
 * when the room lets go of it.
 */
final class Workers implements Executor, AutoCloseable {

    private final TurnQueue queue = new TurnQueue();
    private final Set<Worker> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean closed;

    Workers(int count) {
        for (int i = 0; i < count; i++) {
            start();
        }
    }

    private void start() {
        Worker worker = new Worker();
        running.add(worker);
        worker.thread.start();
    }

    @Override
    public void execute(Runnable turn) {
        if (closed) {
            throw new RejectedExecutionException("the engine has stopped");
        }
        queue.add(turn);
    }

    Iterable<Worker> all() {
        return running;
    }

    /** Puts a fresh thread in the place of one that is not given back, and tells the room. */
    void replace(Worker stuck, Runnable turn, long millis) {
        if (stuck.replaced || closed) {
            return;
        }
        synchronized (stuck) {
            stuck.replaced = true;
            // It looks at the flag after it has cleared its turn: it either is seen to have ended, or comes to recover.
            if (stuck.turn == turn && turn instanceof RoomLoop loop) {
                loop.work().stalled(stuck.thread, millis);
            }
        }
        start();
    }

    /** Takes nothing more; what is running comes to its end, or is interrupted after so long. */
    @Override
    public void close() {
        closed = true;
        for (Worker worker : running) {
            worker.interruptIdle();
        }
    }

    /** Whether every thread has ended within this time. */
    boolean awaitEnd(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        for (Worker worker : running) {
            worker.thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
        return running.isEmpty();
    }

    void interruptAll() {
        running.forEach(worker -> worker.thread.interrupt());
    }

    /** One thread and what it is doing. */
    final class Worker {

        private final Thread thread = Thread.ofPlatform()
                .name("hotrealm-room-" + number.incrementAndGet())
                .daemon()
                .unstarted(this::run);
        private volatile @Nullable Runnable turn;
        private volatile long turns;
        private volatile boolean replaced;

        private void run() {
            TurnQueue.Idle self = new TurnQueue.Idle();
            try {
                while (!replaced) {
                    Runnable next = closed ? queue.poll() : queue.take(self);
                    if (next == null) {
                        return;
                    }
                    work(next);
                }
            } catch (InterruptedException e) {
                drain();
            } finally {
                running.remove(this);
            }
        }

        private void drain() {
            for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
                work(next);
            }
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: this thread
        private void work(Runnable next) {
            turns++;
            turn = next;
            try {
                next.run();
            } finally {
                turn = null;
                if (replaced && next instanceof RoomLoop loop) {
                    recovered(loop);
                }
            }
        }

        private synchronized void recovered(RoomLoop loop) {
            loop.work().recovered();
        }

        private void interruptIdle() {
            if (turn == null) {
                thread.interrupt();
            }
        }

        Thread thread() {
            return thread;
        }

        /** What it runs, or null. */
        @Nullable
        Runnable turn() {
            return turn;
        }

        /** How many turns it has begun: the same number means the same turn. */
        long turns() {
            return turns;
        }

        boolean replaced() {
            return replaced;
        }
    }
}
