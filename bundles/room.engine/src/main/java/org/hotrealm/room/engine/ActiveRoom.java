package org.hotrealm.room.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins.Rebind;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/** A running room: its parts, and what the engine does with it. Owns the room's seats and pins. */
final class ActiveRoom {

    /** Close code: by consent. */
    static final int CONSENTED = 4000;
    /** Close code: come back by yourself. */
    static final int GOING_AWAY = 1001;
    /** Close code: the client is asked to come back, which the SDK does by itself. */
    static final int COME_BACK = 4010;
    /** Close code: something was wrong with what the client did. */
    static final int WITH_ERROR = 4002;

    private final String id;
    private final String typeName;
    private final RoomSettings settings;
    private final RoomHost host;
    private final RoomLoop loop;
    private final Shown shown;
    private final Seats seats;
    private final Bindings bindings = new Bindings();
    private final Hooks hooks = new Hooks(this);
    private final Rebinding rebinding = new Rebinding(this, bindings);
    private final Patches patches;
    private final Ending ending;
    private final Standstill standstill = new Standstill(this);
    private final RoomFace face;
    private final RoomTurns turns;
    private final TypeMeters meters;
    private @Nullable RoomInputs inputs;

    private final Maker maker = new Maker(this);

    ActiveRoom(String id, String typeName, RoomSettings settings, RoomHost host) {
        this(id, typeName, settings, host, new Shown(settings.maxClients(), host.wallMillis()), host.seed());
    }

    ActiveRoom(String id, String typeName, RoomSettings settings, RoomHost host, Shown shown, long seed) {
        this.id = id;
        this.typeName = typeName;
        this.settings = settings;
        this.host = host;
        this.meters = host.measured(typeName);
        this.turns = new RoomTurns(this);
        this.shown = shown;
        this.ending = new Ending(this, settings.autoDispose());
        this.patches = new Patches(this, settings.patchEveryTicks());
        this.face = new RoomFace(this, bindings, new SplitMix(seed));
        this.seats = new Seats(this, host.ids());
        this.loop = new RoomLoop(
                turns,
                host.workers(),
                host.pulse(),
                settings.tickMillis(),
                settings.inboxLimit(),
                settings.inbox() == RoomSettings.Inbox.ON_ARRIVAL);
    }

    /** Makes the room: binds its type and systems, runs the create hook, begins to tick. */
    void create(Binding type, Payload options) throws RefusedException {
        bindings.bind(type.pin().system(), type);
        hooks.bind(type);
        for (String system : ((RoomType) type.service()).systems()) {
            bindings.bind(system, host.behaviours().forRoom(system, id()).orElse(null));
        }
        InputSettings taken = ((RoomType) type.service()).inputs();
        inputs = taken == null ? null : new RoomInputs(this, taken, settings);
        StateObject root = hooks.create(options);
        if (root != null) {
            patches.begin(root);
        }
        loop.start();
        listingChanged(true);
    }

    /** Goes on where the room in the parcel stood still, but for its ticks, which {@link Standstill#goOn} begins. */
    void restore(Fields from) throws RefusedException {
        turns.resume(from.whole("tick"));
        RoomParcel.bind(this, from);
        Binding type = java.util.Objects.requireNonNull(bindings.of("room." + typeName));
        hooks.bind(type);
        InputSettings taken = ((RoomType) type.service()).inputs();
        inputs = taken == null ? null : new RoomInputs(this, taken, settings);
        maker.resume(from);
        seats.resume(from.parts("seats"), tick().number() + tick().ticks(Standstill.RESUME_MILLIS));
        RoomParcel.read(this, from);
        standstill.restored(RoomParcel.inbox(this, from.parts("inbox")));
    }

    /** How it stands still and goes on. */
    Standstill standstill() {
        return standstill;
    }

    /** Whom it was made for. */
    Maker maker() {
        return maker;
    }

    /** What its loop runs. */
    RoomTurns turns() {
        return turns;
    }

    RoomStats stats() {
        return turns.stats();
    }

    TypeMeters meters() {
        return meters;
    }

    Ladder ladder() {
        return turns.ladder();
    }

    /** The tick being run, or the last one. */
    Tick tick() {
        return turns.now();
    }

    /** Refuses any thread but the room's own. */
    void own() {
        turns.own();
    }

    void failed(String part, Throwable error) {
        turns.failed(part, error);
    }

    /** Tells the lists of what changed: those of other nodes at once where it matters to who is looking for a room. */
    void listingChanged(boolean atOnce) {
        turns.listingChanged(atOnce);
    }

    // --- what the engine does with it

    /** Rebinds a system at the next tick edge; null leaves it missing. Completes with the first tick run. */
    CompletableFuture<Rebind> rebind(String system, @Nullable Binding to) {
        CompletableFuture<Rebind> done = new CompletableFuture<>();
        loop.post(RoomLoop.awaited(
                () -> rebinding.rebind(system, to, done), () -> done.completeExceptionally(Dormitory.renewed(id))));
        return done;
    }

    RoomInfo info() {
        return new RoomInfo(
                id,
                typeName,
                seats.connected(),
                shown.maxClients,
                shown.locked,
                stats().tick(),
                settings.tickMillis(),
                stats().lastTickNanos(),
                stats().late(),
                stats().failures(),
                List.copyOf(bindings.pins().values()),
                bindings.missing(),
                stats().stuckIn(),
                stats().stalls(),
                ladder().rung());
    }

    /** Refuses calls to a room that hangs in one of its hooks; from any thread. */
    void requireResponsive() throws RefusedException {
        String hook = stats().stuckIn();
        if (!hook.isEmpty()) {
            throw new RefusedException(
                    RefusedException.UNAVAILABLE,
                    "room \"%s\" does not answer: its hook '%s' does not come to an end".formatted(id, hook));
        }
    }

    // --- its parts

    String id() {
        return id;
    }

    String type() {
        return typeName;
    }

    Map<String, Pin> pins() {
        return bindings.pins();
    }

    RoomHost host() {
        return host;
    }

    RoomFace face() {
        return face;
    }

    Hooks hooks() {
        return hooks;
    }

    Rebinding rebinding() {
        return rebinding;
    }

    Patches patches() {
        return patches;
    }

    Ending ending() {
        return ending;
    }

    Shown shown() {
        return shown;
    }

    /** What it takes to hear clients' inputs; null where the room takes none. */
    @Nullable
    RoomInputs inputs() {
        return inputs;
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

    Bindings bindings() {
        return bindings;
    }
}
