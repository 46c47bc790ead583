package org.hotrealm.room.basic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.InvalidPayload;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomQuery;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Tells clients of the rooms that are listed, as they come, change and go. It looks at its tick where something has changed;
 * rooms of a node that died are seen to be gone at the next look that is due in any case. The room keeps the last list as a
 * payload, with the count of changes that it was made at; each seat keeps its filter.
 */
@Component(
        service = Behaviour.class,
        configurationPid = "org.hotrealm.room.basic.Lobby",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = LobbyConfig.class, factory = true)
public final class Lobby implements RoomType {

    private static final int TICK_MILLIS = 100;
    private static final String LOOKED = "looked";
    private static final String ROOMS = "rooms";
    /** The count of changes that the list has. */
    private static final String SEEN = "seen";
    /** The count of changes at the look that is under way; none otherwise. */
    private static final String ASKED = "asked";

    private final String name;
    private final int refreshMillis;

    /** Reads the configuration; a value out of its range throws, naming it. */
    @Activate
    public Lobby(LobbyConfig config) {
        this(config.name(), config.refresh_millis());
    }

    Lobby(String name, int refreshMillis) {
        this.name = name;
        this.refreshMillis = Ranges.check(name, "refresh.millis", refreshMillis, TICK_MILLIS, 60_000);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT.withTickMillis(TICK_MILLIS).withMaxClients(RoomSettings.UNLIMITED);
    }

    @Override
    public @Nullable StateObject create(Room room, Payload options) {
        keep(room, Payload.map(), room.rooms().changes(), null);
        look(room);
        return null;
    }

    @Override
    public Messages messages() {
        return Messages.of()
                .on("filter", (room, seat, message) -> {
                    seat.data(checked(message.payload()));
                    seat.send("rooms", shownTo(room, seat));
                })
                .build();
    }

    @Override
    public void join(Room room, Seat seat, Payload options) {
        seat.data(options.has("filter") ? checked(Payload.of(options.field("filter"))) : Payload.map());
        seat.send("rooms", shownTo(room, seat));
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {}

    @Override
    public void tick(Room room, Tick tick) {
        Payload kept = room.attached(Payload.class);
        boolean due = tick.number() % tick.ticks(refreshMillis) == 0;
        boolean changed = !Objects.equals(kept.field(SEEN), room.rooms().changes());
        if (due || (changed && kept.field(ASKED) == null)) {
            look(room);
        }
    }

    private static void look(Room room) {
        Payload kept = room.attached(Payload.class);
        keep(room, shown(room), kept.field(SEEN), room.rooms().changes());
        room.when(LOOKED, room.rooms().find(RoomQuery.all()));
    }

    private static Payload shown(Room room) {
        return Payload.of(room.attached(Payload.class).field(ROOMS));
    }

    private static void keep(Room room, Payload rooms, @Nullable Object seen, @Nullable Object asked) {
        room.attach(Payload.class, Payload.map(ROOMS, rooms, SEEN, seen, ASKED, asked));
    }

    @Override
    public void timer(Room room, Parcel due) {
        Payload before = shown(room);
        Payload kept = room.attached(Payload.class);
        Object seen = kept.has(ASKED) ? kept.field(ASKED) : kept.field(SEEN);
        if (due.kind().equals(LOOKED)) {
            Payload now = listed(room, due.payload());
            keep(room, now, seen, null);
            for (Seat seat : room.seats()) {
                tell(seat, before, now);
            }
        } else if (due.kind().equals(LOOKED + ".failed")) {
            // The list stays as it is until the next look that is due.
            keep(room, before, seen, null);
        }
    }

    private static Payload listed(Room room, Payload found) {
        Map<String, @Nullable Object> rooms = new LinkedHashMap<>();
        for (Object entry : found.items()) {
            Payload fields = Payload.of(entry);
            boolean shown = !Boolean.TRUE.equals(fields.field("unlisted"))
                    && !Boolean.TRUE.equals(fields.field("private"))
                    && !room.id().equals(fields.field("roomId"));
            if (shown) {
                rooms.put(String.valueOf(fields.field("roomId")), fields.value());
            }
        }
        return Payload.of(rooms);
    }

    private static void tell(Seat seat, Payload before, Payload now) {
        now.fields().forEach((id, entry) -> {
            boolean shown = matches(seat.data(), entry);
            boolean wasShown = before.has(id) && matches(seat.data(), before.field(id));
            if (shown && !(wasShown && Objects.equals(entry, before.field(id)))) {
                seat.send("+", Payload.of(List.of(id, entry)));
            } else if (wasShown && !shown) {
                seat.send("-", Payload.of(id));
            }
        });
        before.fields().forEach((id, entry) -> {
            if (!now.has(id) && matches(seat.data(), entry)) {
                seat.send("-", Payload.of(id));
            }
        });
    }

    private static Payload shownTo(Room room, Seat seat) {
        return Payload.of(shown(room).fields().values().stream()
                .filter(entry -> matches(seat.data(), entry))
                .toList());
    }

    private static boolean matches(Payload filter, @Nullable Object entry) {
        Payload room = Payload.of(entry);
        Payload metadata = Payload.of(room.field("metadata"));
        return (!filter.has("name") || Payload.same(filter.field("name"), room.field("name")))
                && Payload.of(filter.field("metadata")).fields().entrySet().stream()
                        .allMatch(wanted -> Payload.same(wanted.getValue(), metadata.field(wanted.getKey())));
    }

    private static Payload checked(Payload filter) {
        if (filter.none() || filter.value() == null) {
            return Payload.map();
        }
        if (filter.has("name")) {
            filter.text("name", 64);
        }
        if (filter.has("metadata") && !(filter.field("metadata") instanceof Map<?, ?>)) {
            throw new InvalidPayload("metadata", filter.field("metadata"), "an object is needed");
        }
        return Payload.map("name", filter.field("name"), "metadata", filter.field("metadata"));
    }
}
