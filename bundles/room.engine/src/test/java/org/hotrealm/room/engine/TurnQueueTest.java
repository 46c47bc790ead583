package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnQueueTest {

    private final TurnQueue queue = new TurnQueue();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    /** A thread that runs one turn after another until it is interrupted, parked before this returns. */
    private Thread worker(String name) throws InterruptedException {
        Thread thread = Thread.ofPlatform().daemon().name(name).start(() -> {
            TurnQueue.Idle self = new TurnQueue.Idle();
            try {
                while (true) {
                    queue.take(self).run();
                }
            } catch (InterruptedException e) {
                told.add(name + " ends");
            }
        });
        threads.add(thread);
        awaitParked(thread);
        return thread;
    }

    private static void awaitParked(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }

    private void tell() {
        told.add(Thread.currentThread().getName());
    }

    private String next() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void end() {
        threads.forEach(Thread::interrupt);
    }

    @Test
    void theThreadThatRanLastRunsNext() throws InterruptedException {
        worker("first");
        Thread second = worker("second");
        for (int i = 0; i < 20; i++) {
            queue.add(this::tell);
            assertThat(next()).isEqualTo("second");
            awaitParked(second);
        }
    }

    @Test
    void anotherThreadRunsWhatComesMeanwhile() throws InterruptedException {
        worker("first");
        worker("second");
        CountDownLatch busy = new CountDownLatch(1);
        queue.add(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        queue.add(this::tell);
        assertThat(next()).isEqualTo("first");
        busy.countDown();
    }

    @Test
    void whatNobodyCouldTakeIsTakenInItsOrder() throws InterruptedException {
        queue.add(() -> told.add("one"));
        queue.add(() -> told.add("two"));
        worker("late");
        assertThat(next()).isEqualTo("one");
        assertThat(next()).isEqualTo("two");
    }

    @Test
    void aThreadInterruptedWhileItWaitsTakesNothingWithIt() throws InterruptedException {
        worker("stays");
        Thread leaves = worker("leaves");
        leaves.interrupt();
        assertThat(next()).isEqualTo("leaves ends");
        queue.add(this::tell);
        assertThat(next()).isEqualTo("stays");
    }

    @Test
    void noTurnIsLostBetweenManyThreads() throws InterruptedException {
        int turns = 20_000;
        for (int i = 0; i < 4; i++) {
            worker("worker");
        }
        CountDownLatch done = new CountDownLatch(turns);
        for (int i = 0; i < turns; i++) {
            queue.add(done::countDown);
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
