package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins.Rebind;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** A running room: what its loop runs and what the engine does with it. Owns the room's clock, seats and pins. */
final class ActiveRoom implements RoomLoop.Work {

    /** Close code: by consent. */
    static final int CONSENTED = 4000;
    /** Close code: come back by yourself. */
    static final int GOING_AWAY = 1001;
    /** Close code: something was wrong with what the client did. */
    static final int WITH_ERROR = 4002;

    private final String id;
    private final String typeName;
    private final RoomSettings settings;
    private final long createdAt = System.currentTimeMillis();
    private final RoomHost host;
    private final RoomLoop loop;
    private final Seats seats;
    private final Bindings bindings = new Bindings();
    private final Rebinding rebinding = new Rebinding(this, bindings);
    private final Dispatcher dispatcher = new Dispatcher(this);
    private final RoomFace face;
    private final List<RoomSeat> unflushed = new ArrayList<>();
    private final RoomStats stats = new RoomStats();
    private Tick tick;
    private @Nullable Sync sync;
    private @Nullable RoomInputs inputs;
    private boolean used;
    private boolean ending;
    private volatile boolean locked;
    private volatile boolean listingStale;
    private volatile Payload metadata = Payload.NONE;

    ActiveRoom(String id, String typeName, RoomSettings settings, RoomHost host) {
        this.id = id;
        this.typeName = typeName;
        this.settings = settings;
        this.host = host;
        this.tick = new Tick(0, settings.tickMillis());
        this.face = new RoomFace(this, bindings, new SplitMix(host.seed()));
        this.seats = new Seats(this, host.ids());
        this.loop = new RoomLoop(
                this,
                host.workers(),
                host.metronome(),
                settings.tickMillis(),
                settings.inboxLimit(),
                settings.inbox() == RoomSettings.Inbox.ON_ARRIVAL);
    }

    /** Makes the room: binds its type and systems, runs the create hook, begins to tick. */
    void create(Binding type, Payload options) throws RefusedException {
        bindings.bind(type.pin().system(), type);
        RoomType made = rebinding.type(type);
        for (String system : made.systems()) {
            bindings.bind(system, host.behaviours().preferred(system).orElse(null));
        }
        InputSettings taken = made.inputs();
        inputs = taken == null ? null : new RoomInputs(this, taken, settings);
        StateObject root = made.create(face, options);
        if (root != null) {
            sync = new Sync(root, host.slow());
        }
        loop.start();
        host.listingChanged(this);
    }

    // --- what the loop runs

    @Override
    public boolean ready() {
        return rebinding.bound();
    }

    @Override
    public void message(Inbound inbound) {
        Messages messages = rebinding.messages();
        if (messages != null) {
            dispatcher.dispatch(messages, inbound);
        }
    }

    @Override
    public void tick(long planned) {
        long begun = System.nanoTime();
        stats.begun(begun - planned, settings.tickMillis());
        tick = new Tick(tick.number() + 1, settings.tickMillis());
        rebinding.firstTick(tick.number(), begun - planned);
        RoomType type = rebinding.typeOrNull();
        if (type != null) {
            face.timers().due(tick.number(), parcel -> timer(type, parcel));
            if (inputs != null) {
                inputs.receive(seats.all());
            }
            try {
                type.tick(face, tick);
            } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                failed("tick", e);
            }
        }
        seats.expire(tick.number());
        if (sync != null && tick.number() % settings.patchEveryTicks() == 0) {
            patch(sync);
        }
        if (listingStale && tick.ticks(500) > 0 && tick.number() % tick.ticks(500) == 0) {
            listingStale = false;
            host.listingChanged(this);
        }
        stats.ended(tick.number(), System.nanoTime() - begun);
        host.ticked(typeName, stats.lastTickNanos());
        if (settings.autoDispose() && used && seats.taken() == 0) {
            end(CONSENTED, "");
        }
    }

    private void patch(Sync to) {
        try {
            to.send(seats.all(), tick);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            failed("patch", e);
        }
    }

    private void timer(RoomType type, Parcel parcel) {
        try {
            type.timer(face, parcel);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            failed("timer " + parcel.kind(), e);
        }
    }

    @Override
    public void flush() {
        for (int i = 0; i < unflushed.size(); i++) {
            unflushed.get(i).flush();
        }
        unflushed.clear();
    }

    @Override
    public void failed(String part, Throwable error) {
        host.failed(this, part, error, stats.failed());
    }

    String id() {
        return id;
    }

    String type() {
        return typeName;
    }

    /** The tick being run, or the last one. */
    Tick tick() {
        return tick;
    }

    Map<String, Pin> pins() {
        return bindings.pins();
    }

    /** Locks or unlocks, from any thread. */
    void lock(boolean now) {
        locked = now;
        host.listingChanged(this);
    }

    void metadata(Payload told) {
        metadata = told;
        listingStale = true;
    }

    @Nullable
    StateObject root() {
        return sync == null ? null : sync.root();
    }

    /** Runs blocking work elsewhere; what comes of it is a timer of the room. */
    void later(String kind, Callable<byte[]> work) {
        host.later(
                kind,
                work,
                parcel -> loop.post(() -> {
                    RoomType type = rebinding.typeOrNull();
                    if (type != null) {
                        timer(type, parcel);
                    }
                }));
    }

    RoomFace face() {
        return face;
    }

    // --- what the engine does with it

    /** Ends the room; on its own thread. */
    void end(int code, String reason) {
        if (ending) {
            return;
        }
        ending = true;
        locked = true;
        loop.end();
        RoomType type = rebinding.typeOrNull();
        if (type != null) {
            seats.endAll(code, reason);
            try {
                type.dispose(face);
            } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                failed("dispose", e);
            }
        }
        face.clear();
        rebinding.clear();
        host.ended(this);
    }

    /** Reserves a seat; on the room's thread. */
    String reserve(Payload options, Payload auth) throws RefusedException {
        if (ending) {
            throw new RefusedException(
                    RefusedException.INVALID_ROOM_ID, "room \"%s\" has been disposed.".formatted(id));
        }
        used = true;
        return seats.reserve(options, auth);
    }

    /** Rebinds a system at the next tick edge; null leaves it missing. Completes with the first tick run. */
    CompletableFuture<Rebind> rebind(String system, @Nullable Binding to) {
        CompletableFuture<Rebind> done = new CompletableFuture<>();
        loop.post(() -> rebinding.rebind(system, to, done));
        return done;
    }

    RoomInfo info() {
        return new RoomInfo(
                id,
                typeName,
                seats.connected(),
                settings.maxClients(),
                locked,
                stats.tick(),
                settings.tickMillis(),
                stats.lastTickNanos(),
                stats.late(),
                stats.failures(),
                List.copyOf(bindings.pins().values()),
                bindings.missing());
    }

    /** Refuses any thread but the room's own. */
    void own() {
        if (!loop.owned()) {
            Thread running = loop.owner();
            throw new IllegalStateException(
                    "room %s used on thread %s while it runs on %s. Problem: a room belongs to one thread at a time. Remedy: come back by Room.later or a timer, or move the work into a hook."
                            .formatted(
                                    id,
                                    Thread.currentThread().getName(),
                                    running == null ? "none" : running.getName()));
        }
    }

    RoomType roomType() {
        return rebinding.type();
    }

    void unflushed(RoomSeat seat) {
        unflushed.add(seat);
    }

    void listingChanged() {
        listingStale = true;
    }

    /** The state types for a client, or null for a room without state; refused where the client could not read them. */
    byte @Nullable [] handshake(Dialect dialect) throws RefusedException {
        try {
            return sync == null ? null : sync.handshake(dialect);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    RefusedException.APPLICATION_ERROR,
                    "this room needs a client of 0.18 or later: %s".formatted(e.getMessage()));
        }
    }

    /** Ends the merging of what a client missed. */
    void forget(Lag lag) {
        if (sync != null) {
            sync.forget(lag);
        }
    }

    /** What it takes to hear clients' inputs; null where the room takes none. */
    @Nullable
    RoomInputs inputs() {
        return inputs;
    }

    boolean hasState() {
        return sync != null;
    }

    @Nullable
    StateView newView(Dialect dialect) {
        return sync == null ? null : new StateView(dialect);
    }

    RoomLoop loop() {
        return loop;
    }

    Seats seatTable() {
        return seats;
    }

    RoomSettings settings() {
        return settings;
    }

    boolean locked() {
        return locked;
    }

    /** Wall-clock time of its making, for lists only. */
    long createdAt() {
        return createdAt;
    }

    Payload metadata() {
        return metadata;
    }

    Bindings bindings() {
        return bindings;
    }
}
