package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Parked;
import org.hotrealm.room.api.ParkedRoom;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateSnapshot;
import org.hotrealm.state.schema.ViewSnapshot;
import org.jspecify.annotations.Nullable;

/** A whole room as a parcel, and back. Room thread only. */
final class RoomParcel {

    /** The kind of a payload that was attached: data, which needs nobody to make it again. */
    private static final String PAYLOAD = "room.payload";

    private RoomParcel() {}

    // --- writing

    static List<String> obstacles(ActiveRoom room) {
        if (!room.hooks().bound()) {
            return List.of("room '%s' has no type: no bundle provides 'room.%s'".formatted(room.id(), room.type()));
        }
        List<String> found = new ArrayList<>();
        room.face().attachments().forEach((key, value) -> {
            if (value instanceof Payload) {
                return;
            }
            if (!(value instanceof Parked parked)) {
                found.add("room '%s' (%s) keeps a %s, which is no Parked: its type cannot be parked"
                        .formatted(room.id(), room.type(), value.getClass().getName()));
            } else if (!room.hooks().restores(key, parked.park())) {
                found.add("room '%s': its type '%s' cannot make a %s again, see RoomType.restores"
                        .formatted(room.id(), room.type(), key.getName()));
            }
        });
        return found;
    }

    static Parcel write(ActiveRoom room, List<Inbound> inbox) {
        StateObject root = room.patches().root();
        // First: it closes the tick, and views are numbered by what is in the state then.
        Payload patches = room.patches().park();
        ViewSnapshot views = root == null ? null : new ViewSnapshot(root);
        List<Payload> seats = new ArrayList<>();
        room.seatTable().all().forEach(seat -> seats.add(SeatParcel.write(seat, views)));
        return Snapshot.of(Payload.map(
                "id", room.id(),
                "type", room.type(),
                "settings", settings(room.settings()),
                "tick", room.tick().number(),
                "steps", room.hooks().steps(),
                "random", room.face().randomness().state(),
                "pins", pins(room),
                "shown", room.shown().park(),
                "madeFor", room.maker().awaited(),
                "maker", room.maker().address(),
                "autoDispose", room.ending().autoDispose(),
                "used", room.ending().isUsed(),
                "timers", room.face().timers().park(),
                "seats", seats,
                "inbox", messages(inbox),
                "patches", patches,
                "attached", attached(room),
                "failures", room.stats().failures(),
                "stalls", room.stats().stalls()));
    }

    private static Payload settings(RoomSettings settings) {
        return Payload.map(
                "tickMillis", settings.tickMillis(),
                "patchEveryTicks", settings.patchEveryTicks(),
                "maxClients", settings.maxClients(),
                "inbox", settings.inbox().name(),
                "autoDispose", settings.autoDispose(),
                "inboxLimit", settings.inboxLimit(),
                "subSteps", settings.subSteps(),
                "seatMillis", settings.seatMillis());
    }

    private static List<Payload> pins(ActiveRoom room) {
        List<Payload> all = new ArrayList<>();
        room.bindings().all().forEach((system, pin) -> all.add(pin(room, system, pin)));
        return all;
    }

    private static Payload pin(ActiveRoom room, String system, @Nullable Pin pin) {
        Payload one = Payload.map(
                "system", system,
                "version", pin == null ? "" : pin.version(),
                "bundle", pin == null ? "" : pin.bundle());
        Pin shunned = room.bindings().shunned(system);
        return shunned == null
                ? one
                : one.with("without", Payload.map("version", shunned.version(), "bundle", shunned.bundle()));
    }

    private static List<Payload> messages(List<Inbound> inbox) {
        List<Payload> all = new ArrayList<>();
        for (Inbound one : inbox) {
            all.add(Texts.of(one.message())
                    .with("session", one.seat().sessionId())
                    .with("request", one.request()));
        }
        return all;
    }

    /** By name, so that the order is always the same. */
    private static Payload attached(ActiveRoom room) {
        Map<String, Object> all = new TreeMap<>();
        room.face().attachments().forEach((key, value) -> {
            if (value instanceof Payload payload) {
                all.put(key.getName(), Fields.of(Parcel.of(PAYLOAD, payload)));
                return;
            }
            if (!(value instanceof Parked parked)) {
                throw new IllegalStateException("a %s is no Parked".formatted(value.getClass()));
            }
            all.put(key.getName(), Fields.of(parked.park()));
        });
        return Payload.of(all);
    }

    // --- reading

    static RoomSettings settings(Fields from) {
        Fields settings = from.part("settings");
        return new RoomSettings(
                settings.integer("tickMillis"),
                settings.integer("patchEveryTicks"),
                settings.integer("maxClients"),
                settings.of(RoomSettings.Inbox.class, "inbox"),
                settings.flag("autoDispose"),
                settings.integer("inboxLimit"),
                settings.integer("subSteps"),
                settings.integer("seatMillis"));
    }

    /** The versions it ran with. */
    static List<Pin> pinned(Fields from) {
        List<Pin> pins = new ArrayList<>();
        for (Fields one : from.parts("pins")) {
            if (!one.text("version").isEmpty()) {
                pins.add(new Pin(one.text("system"), one.text("version"), one.text("bundle")));
            }
        }
        return pins;
    }

    /** The pins it had, or the preferred of what is here where one of them is not. */
    static void bind(ActiveRoom room, Fields from) throws RefusedException {
        Behaviours behaviours = room.host().behaviours();
        for (Fields one : from.parts("pins")) {
            String system = one.text("system");
            Pin pin = new Pin(system, one.text("version"), one.text("bundle"));
            Fields without = one.perhapsPart("without");
            if (without != null) {
                room.bindings().shun(new Pin(system, without.text("version"), without.text("bundle")));
            }
            Binding binding = behaviours
                    .find(pin)
                    .or(() -> behaviours
                            .preferred(system)
                            .filter(other -> !room.bindings().shuns(other.pin())))
                    .orElse(null);
            room.bindings().bind(system, binding);
        }
        if (room.bindings().of("room." + room.type()) == null) {
            throw new RefusedException(
                    RefusedException.UNAVAILABLE,
                    "room \"%s\" cannot go on: no bundle provides its type 'room.%s'"
                            .formatted(room.id(), room.type()));
        }
    }

    /** Everything but pins and seats, which are there already. */
    static void read(ActiveRoom room, Fields from) throws RefusedException {
        room.hooks().steps(from.whole("steps"));
        room.stats().resume(from.whole("tick"), from.whole("failures"), from.whole("stalls"));
        room.ending().autoDispose(from.flag("autoDispose"));
        if (from.flag("used")) {
            room.ending().used();
        }
        room.face().timers().resume(from.part("timers"));
        Fields patches = from.part("patches");
        byte[] kept = patches.perhaps("state");
        StateObject state = kept == null ? null : StateSnapshot.read(kept);
        if (state != null) {
            views(room, from.parts("seats"), new ViewSnapshot(state));
        }
        StateObject root = room.hooks().restore(new ParkedRoom(state, parcels(room, from.part("attached"))));
        if (root != null) {
            room.patches().begin(root);
            handshakes(room);
        }
        room.patches().resume(patches);
    }

    private static void views(ActiveRoom room, List<Fields> seats, ViewSnapshot views) {
        for (Fields one : seats) {
            byte[] view = one.perhaps("view");
            RoomSeat seat = room.seatTable().find(one.text("session"));
            if (view != null && seat != null) {
                seat.sight().resume(views, view);
            }
        }
    }

    /** Clients of older generations are to be reckoned with from the first tick on. */
    private static void handshakes(ActiveRoom room) throws RefusedException {
        for (RoomSeat seat : room.seatTable().all()) {
            if (seat.joined()) {
                room.patches().handshake(seat.dialect());
            }
        }
    }

    private static Map<String, Parcel> parcels(ActiveRoom room, Fields attached) {
        Map<String, Parcel> all = new LinkedHashMap<>();
        for (String name : attached.names()) {
            Parcel parcel = attached.part(name).parcel();
            if (name.equals(Payload.class.getName()) && parcel.kind().equals(PAYLOAD)) {
                room.face().attachments().put(Payload.class, parcel.payload());
            } else {
                all.put(name, parcel);
            }
        }
        return all;
    }

    /** The messages that were not handled. */
    static List<Inbound> inbox(ActiveRoom room, List<Fields> kept) {
        List<Inbound> messages = new ArrayList<>();
        for (Fields one : kept) {
            RoomSeat seat = room.seatTable().find(one.text("session"));
            if (seat != null) {
                messages.add(new Inbound(seat, Texts.message(one), one.whole("request")));
            }
        }
        return messages;
    }
}
