package org.hotrealm.room.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Tick;

/**
 * What a room's loop runs: messages and ticks, and what is told of those that fail, hang or come late. Owns the room's clock.
 * Room thread only, but for {@link #stalled} and {@link #listingChanged}.
 */
final class RoomTurns implements RoomLoop.Work {

    private static final int LISTED_AGAIN_MILLIS = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ActiveRoom room;
    private final Dispatcher dispatcher;
    private final List<Outbox> unflushed = new ArrayList<>();
    private final RoomStats stats = new RoomStats();
    private final Ladder ladder;
    private Tick tick;
    private volatile boolean listingStale;

    RoomTurns(ActiveRoom room) {
        this.room = room;
        this.dispatcher = new Dispatcher(room);
        this.ladder = new Ladder(room.settings().tickMillis());
        this.tick = new Tick(0, room.settings().tickMillis());
    }

    /** Goes on after this tick. */
    void resume(long ticks) {
        tick = new Tick(ticks, room.settings().tickMillis());
    }

    /** The tick being run, or the last one. */
    Tick now() {
        return tick;
    }

    RoomStats stats() {
        return stats;
    }

    Ladder ladder() {
        return ladder;
    }

    @Override
    public void begins() {
        Context.enter(room.id(), room.bindings().text());
    }

    @Override
    public void ends() {
        Context.leave();
    }

    @Override
    public boolean ready() {
        return room.hooks().bound();
    }

    @Override
    public void message(Inbound inbound) {
        Messages messages = room.hooks().messages();
        if (messages != null) {
            dispatcher.dispatch(messages, inbound);
        }
    }

    @Override
    public void tick(long planned) {
        long begun = System.nanoTime();
        long computed = room.host().yields() ? computed() : 0;
        if (stats.begun(begun - planned, room.settings().tickMillis())) {
            room.meters().late();
        }
        tick = new Tick(tick.number() + 1, room.settings().tickMillis());
        room.rebinding().firstTick(tick.number(), begun - planned);
        RoomInputs inputs = room.inputs();
        if (inputs != null && room.hooks().bound()) {
            inputs.receive(room.seatTable().all());
        }
        long received = System.nanoTime();
        room.meters().spent(TypeMeters.Phase.INPUTS, received - begun);
        room.hooks().tick(tick, room.settings().subSteps());
        room.seatTable().expire(tick.number());
        long stepped = System.nanoTime();
        room.meters().spent(TypeMeters.Phase.ROOM, stepped - received);
        room.patches().ticked(tick);
        room.meters().spent(TypeMeters.Phase.PATCH, System.nanoTime() - stepped);
        if (listingStale && tick.number() % tick.ticks(LISTED_AGAIN_MILLIS) == 0) {
            listingStale = false;
            room.host().listingChanged(room);
        }
        stats.ended(tick.number(), System.nanoTime() - begun);
        room.meters().ticked(stats.lastTickNanos());
        climb(begun, begun - planned, computed);
        room.ending().ticked();
    }

    /** How much of a processor this thread has taken so far; how long it waited for one says nothing of the room. */
    private static long computed() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private void climb(long begun, long lateness, long computedBefore) {
        if (room.host().yields()) {
            long computed = computed() - computedBefore;
            int step = ladder.ticked(begun, lateness, stats.lastTickNanos(), computed);
            if (step != 0) {
                room.host().climbed(room, ladder.rung(), step);
            }
        }
    }

    @Override
    public long pace(long period) {
        return ladder.pace();
    }

    @Override
    public void flush() {
        room.patches().turnEnded();
        for (int i = 0; i < unflushed.size(); i++) {
            unflushed.get(i).flush();
        }
        unflushed.clear();
    }

    @Override
    public void slowed() {
        room.meters().slowed();
    }

    @Override
    public void failed(String part, Throwable error) {
        if (room.hooks().running().custody().lost()) {
            return;
        }
        room.host().failed(room, part, error, stats.failed());
        if (room.loop().owned()) {
            room.hooks().failed(part, error);
        }
    }

    @Override
    public void stalled(Thread thread, long millis) {
        String hook = room.hooks().running().text();
        stats.stalled(hook.isEmpty() ? "the engine" : hook);
        room.host().stalled(room, stats.stuckIn(), millis, thread.getStackTrace());
        room.host().rescue(room, thread);
    }

    @Override
    public void recovered() {
        if (room.hooks().running().custody().taken()) {
            return;
        }
        room.host().recovered(room, stats.recovered());
    }

    /** Refuses any thread but the room's own. */
    @Override
    public void own() {
        room.hooks().running().custody().check();
        if (!room.loop().owned()) {
            Thread running = room.loop().owner();
            throw new IllegalStateException(
                    "room %s used on thread %s while it runs on %s. Problem: a room belongs to one thread at a time. Remedy: come back by Room.later or a timer, or move the work into a hook."
                            .formatted(
                                    room.id(),
                                    Thread.currentThread().getName(),
                                    running == null ? "none" : running.getName()));
        }
    }

    /** Something is written for this client: it goes out at the end of the turn. */
    void unflushed(Outbox outbox) {
        unflushed.add(outbox);
    }

    /** Tells the lists of what changed: those of other nodes at once where it matters to who is looking for a room. */
    void listingChanged(boolean atOnce) {
        room.host().listingTouched();
        if (atOnce) {
            room.host().listingChanged(room);
        } else {
            listingStale = true;
        }
    }
}
