package org.hotrealm.realm.zone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.progress.api.Opened;
import org.hotrealm.progress.api.ProgressStore;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Progress;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.api.Worlds;
import org.hotrealm.room.api.Admission;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.InvalidPayload;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.ParkedRoom;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The room type {@code realm}. Stateless: what lives is in the room's world. Every hook runs on the room's thread. */
@Component(service = Behaviour.class)
@Designate(ocd = ZoneConfig.class)
public final class RealmZone implements RoomType {

    private final Worlds worlds;
    private final Content content;
    private final Settings settings;
    private final ZoneMeters meters;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ProgressStore store;

    /** Reads the configuration; a value out of its range throws, naming it. */
    @Activate
    public RealmZone(
            @Reference Worlds worlds, @Reference Content content, @Reference ZoneMeters meters, ZoneConfig config) {
        this(worlds, content, meters, Settings.of(config));
    }

    RealmZone(Worlds worlds, Content content, Settings settings) {
        this(worlds, content, new ZoneMeters(), settings);
    }

    private RealmZone(Worlds worlds, Content content, ZoneMeters meters, Settings settings) {
        this.worlds = worlds;
        this.content = content;
        this.meters = meters;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "realm";
    }

    @Override
    public RoomSettings settings() {
        return settings.room();
    }

    @Override
    public List<String> systems() {
        return settings.systems();
    }

    @Override
    public StateObject create(Room room, Payload options) {
        World world = worlds.create(room, content.current());
        room.attach(World.class, world);
        world.versions(versions(room));
        world.publish();
        return worlds.state(world);
    }

    @Override
    public boolean restores(Class<?> key, Parcel parcel) {
        return key == World.class && worlds.reads(parcel);
    }

    @Override
    public StateObject restore(Room room, ParkedRoom from) throws RefusedException {
        Parcel parcel = from.parcel(World.class);
        if (parcel == null) {
            throw new RefusedException(
                    RefusedException.UNHANDLED, "room \"%s\" was parked without its world".formatted(room.id()));
        }
        World world = worlds.restore(room, content.current(), parcel, from.state());
        room.attach(World.class, world);
        world.versions(versions(room));
        return worlds.state(world);
    }

    @Override
    public Messages messages() {
        return Wishes.table();
    }

    @Override
    public Payload authenticate(JoinRequest request) {
        return settings.operators().mark(request);
    }

    @Override
    public Admission admission() {
        return visitor -> Operators.carry(
                visitor.auth(), Keeping.admit(store, visitor, content.current().realm()));
    }

    @Override
    public void join(Room room, Seat seat, Payload options) throws RefusedException {
        World world = room.attached(World.class);
        @Nullable Opened opened = Keeping.enter(store, seat);
        try {
            String heroClass = opened == null ? heroClass(world, options) : opened.heroClass();
            Player player = world.addPlayer(seat.sessionId(), name(options, opened), heroClass);
            Shrine.stand(world, player);
            if (opened != null) {
                Keeping.resume(player, opened);
            }
        } catch (RefusedException | RuntimeException e) {
            forget(seat);
            throw e;
        }
        world.publish();
        greet(world, seat);
    }

    private void forget(Seat seat) {
        ProgressStore now = store;
        if (now != null) {
            now.close(seat.sessionId());
        }
    }

    /** Who gives no name is called as last time. */
    private static String name(Payload options, @Nullable Opened opened) throws RefusedException {
        Progress progress = opened == null ? null : opened.progress();
        return progress == null || options.has("name") ? name(options) : progress.name();
    }

    private static String name(Payload options) throws RefusedException {
        try {
            return Names.of(options);
        } catch (InvalidPayload e) {
            throw new RefusedException(RefusedException.APPLICATION_ERROR, String.valueOf(e.getMessage()));
        }
    }

    private static String heroClass(World world, Payload options) throws RefusedException {
        try {
            return Names.heroClass(options, world.content().realm());
        } catch (InvalidPayload e) {
            throw new RefusedException(RefusedException.APPLICATION_ERROR, String.valueOf(e.getMessage()));
        }
    }

    private static void greet(World world, Seat seat) {
        Player player = world.player(seat.sessionId());
        if (player != null) {
            seat.send("welcome", Welcome.of(world, player, seat));
            seat.send("inventory", Welcome.inventory(world, player));
            Welcome.cooldowns(world, player).forEach(cooldown -> seat.send("cooldown", cooldown));
        }
    }

    @Override
    public Duration drop(Room room, Seat seat) {
        Player player = room.attached(World.class).player(seat.sessionId());
        if (player != null) {
            player.connected(false);
            Keeping.away(store, player, true);
            player.walk(0, 0);
        }
        return settings.hold();
    }

    @Override
    public void reconnect(Room room, Seat seat) {
        World world = room.attached(World.class);
        Player player = world.player(seat.sessionId());
        if (player != null) {
            player.connected(true);
            Keeping.away(store, player, false);
            world.publish();
            greet(world, seat);
        }
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        World world = room.attached(World.class);
        Player player = world.player(seat.sessionId());
        if (player != null) {
            Keeping.leave(store, player);
            world.removePlayer(player);
        }
    }

    @Override
    public Payload called(Room room, String method, Payload arguments) throws RefusedException {
        if (method.equals(ItemCommand.CALL)) {
            return Provenance.all(
                    room.attached(World.class), arguments.text("player", 64), arguments.text("item", 64, ""));
        }
        if (method.equals("explain")) {
            return Explanation.asked(room.attached(World.class), arguments.text("what", 64, ""));
        }
        return RoomType.super.called(room, method, arguments);
    }

    /** The other node's store is told anew who plays what; this one's gives it back. */
    @Override
    public void moving(Room room) {
        room.attached(World.class).players().forEach(player -> Keeping.leave(store, player));
    }

    @Override
    public void dispose(Room room) {
        room.attached(World.class).players().forEach(player -> Keeping.leave(store, player));
    }

    @Override
    public void rebound(Room room, Pin pin, @Nullable Pin from) {
        World world = room.attached(World.class);
        Systems.forgive(world, pin.system());
        world.versions(versions(room));
        room.broadcast(
                "system",
                Payload.map("system", pin.system(), "from", from == null ? "" : from.version(), "to", pin.version()));
    }

    @Override
    public void tick(Room room, Tick tick) {
        World world = room.attached(World.class);
        refresh(room, world);
        world.begin(tick);
        Phases.run(room, world, meters);
        if (tick.number() % tick.ticks(1_000) == 0) {
            // A system may have gone without another in its place; nobody is told of that.
            world.versions(versions(room));
            endWhereForsaken(room, world);
        }
        Keeping.run(room, world, store);
        meters.happened(world);
        long since = meters.now();
        world.publish();
        meters.published(since);
        Outbox.send(room, world);
    }

    /** At the edge of the tick, so that content never changes within one. */
    private void refresh(Room room, World world) {
        ContentSet newest = content.current();
        if (newest.revision() == world.content().revision()) {
            return;
        }
        world.content(newest);
        for (Seat seat : room.seats()) {
            Player player = world.player(seat.sessionId());
            if (player != null) {
                seat.send("welcome", Welcome.of(world, player, seat));
            }
        }
    }

    private void endWhereForsaken(Room room, World world) {
        if (!world.players().isEmpty() || !room.seats().isEmpty()) {
            world.memory().set("zone.empty", 0);
            return;
        }
        long since = (long) world.memory().get("zone.empty");
        long now = world.tick().number();
        if (since == 0) {
            world.memory().set("zone.empty", (double) now);
        } else if (settings.emptyMillis() > 0 && (now - since) * world.tick().stepMillis() >= settings.emptyMillis()) {
            room.disconnect(4000, "nobody has been here for long");
        }
    }

    private static Map<String, String> versions(Room room) {
        Map<String, String> versions = new TreeMap<>();
        room.pins().forEach((system, pin) -> versions.put(system, pin.version()));
        return versions;
    }
}
