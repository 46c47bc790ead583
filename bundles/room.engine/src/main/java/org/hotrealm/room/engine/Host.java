package org.hotrealm.room.engine;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotrealm.room.api.Parcel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads and shared parts that rooms run on. */
final class Host implements RoomHost, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    /** A room that fails each tick is logged at its first failures, then once in so many. */
    private static final int LOG_EVERY = 1000;

    private final Ids ids = new Ids();
    private final Metronome metronome = new Metronome();
    private final Behaviours behaviours;
    private final ExecutorService workers;
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
    private final long seed;
    private final Slow slow;
    private volatile @Nullable RoomTable rooms;
    private volatile @Nullable Directory directory;
    private volatile @Nullable EngineMeters meters;

    Host(Settings settings, Behaviours behaviours) {
        this.behaviours = behaviours;
        this.seed = settings.seed();
        this.slow = settings.slow();
        this.workers = Executors.newFixedThreadPool(
                settings.workers(),
                Thread.ofPlatform().name("hotrealm-room-", 1).daemon().factory());
    }

    void serve(RoomTable table, Directory to, EngineMeters with) {
        rooms = table;
        directory = to;
        meters = with;
    }

    @Override
    public Executor workers() {
        return workers;
    }

    /** Threads for what may wait: matchmaking, remote calls, rooms' blocking work. */
    Executor waiting() {
        return waiting;
    }

    @Override
    public Metronome metronome() {
        return metronome;
    }

    @Override
    public Behaviours behaviours() {
        return behaviours;
    }

    @Override
    public Ids ids() {
        return ids;
    }

    @Override
    public long seed() {
        return seed == 0 ? ids.seed() : seed;
    }

    @Override
    public Slow slow() {
        return slow;
    }

    @Override
    public void later(String kind, Callable<byte[]> work, Consumer<Parcel> result) {
        waiting.execute(() -> {
            Parcel parcel;
            try {
                parcel = new Parcel(kind, 1, work.call());
            } catch (Exception | LinkageError e) {
                parcel = new Parcel(kind + ".failed", 1, String.valueOf(e).getBytes(StandardCharsets.UTF_8));
            }
            result.accept(parcel);
        });
    }

    @Override
    public void listingChanged(ActiveRoom room) {
        Directory to = directory;
        if (to != null) {
            to.put(room);
        }
    }

    @Override
    public void ticked(String type, long nanos) {
        EngineMeters to = meters;
        if (to != null) {
            to.ticked(type, nanos);
        }
    }

    @Override
    public void failed(ActiveRoom room, String part, Throwable error, long count) {
        EngineMeters to = meters;
        if (to != null) {
            to.failed();
        }
        if (count <= 3 || count % LOG_EVERY == 0) {
            LOG.error(
                    "Room '{}' ({}), {}: '{}' failed, {} failures so far; the room goes on",
                    room.id(),
                    room.type(),
                    room.pins().values(),
                    part,
                    count,
                    error);
        }
    }

    @Override
    public void ended(ActiveRoom room) {
        RoomTable table = rooms;
        if (table != null) {
            table.remove(room);
        }
        Directory to = directory;
        if (to != null) {
            to.remove(room);
        }
        LOG.info(
                "Room '{}' ({}) has ended after {} ticks",
                room.id(),
                room.type(),
                room.tick().number());
    }

    @Override
    public void close() {
        metronome.close();
        workers.shutdown();
        waiting.shutdown();
        try {
            if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("A room did not come to the end of its hook within 2 seconds; its thread is interrupted");
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            workers.shutdownNow();
        }
    }
}
