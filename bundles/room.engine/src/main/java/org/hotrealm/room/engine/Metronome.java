package org.hotrealm.room.engine;

import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes every room when its next tick is planned. One thread, which runs no room's work itself. */
final class Metronome implements Pulse, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Metronome.class);

    private final DelayQueue<Beat> beats = new DelayQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    Metronome() {
        thread = Thread.ofPlatform().name("hotrealm-metronome").daemon().start(this::beat);
    }

    @Override
    public void plan(Beat beat) {
        beats.add(beat);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void beat() {
        while (!closed) {
            try {
                beats.take().room.tickDue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (OutOfMemoryError e) {
                // Somebody uses up the memory; every room would stand still for ever if this thread ended of it.
                LOG.error("The clock of the rooms has met the end of the memory and goes on", e);
            }
        }
    }

    /** When a room ticks next. Reused for the life of the room, so that ticking allocates nothing here. */
    static final class Beat implements Delayed {
        private final RoomLoop room;
        private volatile long planned;

        Beat(RoomLoop room) {
            this.room = room;
        }

        RoomLoop room() {
            return room;
        }

        long planned() {
            return planned;
        }

        void planned(long nanoTime) {
            planned = nanoTime;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(planned - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(planned - ((Beat) other).planned, 0);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
