package org.hotrealm.room.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's real threads: workers and their watchdog, the metronome, and virtual ones for what may wait. */
final class Machine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);
    private static final int LAST_HOOK_MILLIS = 2_000;

    private final Workers workers;
    private final Watchdog watchdog;
    private final Metronome metronome = new Metronome();
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    Machine(int count, int hookLimitMillis) {
        workers = new Workers(count);
        watchdog = new Watchdog(workers, hookLimitMillis);
    }

    Threads threads() {
        return new Threads(workers, waiting, metronome, System::nanoTime, System::currentTimeMillis);
    }

    @Override
    public void close() {
        metronome.close();
        watchdog.close();
        workers.close();
        waiting.shutdown();
        try {
            if (!workers.awaitEnd(LAST_HOOK_MILLIS)) {
                LOG.warn("A room did not come to the end of its hook within 2 seconds; its thread is interrupted");
                workers.interruptAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            workers.interruptAll();
        }
    }
}
