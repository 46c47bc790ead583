package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RoomLoopTest {

    @Test
    void tasksOfOneRoomNeverRunOnTwoThreadsAtOnceAndNoneIsLost() throws Exception {
        int threads = 4;
        int each = 5_000;
        AtomicBoolean inside = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        int[] count = new int[1];
        CountDownLatch all = new CountDownLatch(threads * each);
        try (ExecutorService workers = Executors.newFixedThreadPool(3);
                ExecutorService posters = Executors.newFixedThreadPool(threads);
                Metronome metronome = new Metronome()) {
            RoomLoop loop = new RoomLoop(new Nothing(), workers, metronome, 5, 64, true);
            loop.start();
            for (int t = 0; t < threads; t++) {
                posters.execute(() -> {
                    for (int i = 0; i < each; i++) {
                        loop.post(() -> {
                            overlapped.compareAndSet(false, !inside.compareAndSet(false, true));
                            count[0]++;
                            inside.set(false);
                            all.countDown();
                        });
                    }
                });
            }
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            loop.end();
        }
        assertThat(overlapped).isFalse();
        assertThat(count[0]).isEqualTo(threads * each);
    }

    private static final class Nothing implements RoomLoop.Work {
        @Override
        public void message(Inbound inbound) {}

        @Override
        public void tick(long planned) {}

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void flush() {}

        @Override
        public void failed(String part, Throwable error) {
            throw new AssertionError(part, error);
        }

        @Override
        public void stalled(Thread thread, long millis) {}

        @Override
        public void recovered() {}
    }
}
