package org.hotrealm.room.basic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.room.basic.Grouping.Group;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Lets clients wait for others of like rank and sends each group to a room of its own, under the same session ids. What is
 * known of a client is its seat's data: options, rank, team, cycles waited, the group's size told last, the match it goes to.
 */
@Component(
        service = Behaviour.class,
        configurationPid = "org.hotrealm.room.basic.Queue",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = QueueConfig.class, factory = true)
public final class Queue implements RoomType {

    private static final int TICK_MILLIS = 100;
    private static final int NORMAL = 1000;
    private static final int FAILED = 1011;
    private static final String MADE = "made ";
    private static final String SEATED = "seated ";
    private static final String NOT = ".failed";

    private final QueueSettings settings;

    /** Reads the configuration; a value out of its range throws, naming it. */
    @Activate
    public Queue(QueueConfig config) {
        this(QueueSettings.of(config));
    }

    Queue(QueueSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT.withTickMillis(TICK_MILLIS).withMaxClients(RoomSettings.UNLIMITED);
    }

    @Override
    public @Nullable StateObject create(Room room, Payload options) {
        return null;
    }

    @Override
    public Messages messages() {
        return Messages.of()
                .on("confirm", (room, seat, message) -> seat.close(NORMAL, ""))
                .build();
    }

    @Override
    public void join(Room room, Seat seat, Payload options) throws RefusedException {
        if (!(options.field("rank") instanceof Number rank) || !Double.isFinite(rank.doubleValue())) {
            throw new RefusedException(
                    RefusedException.APPLICATION_ERROR, "the join option 'rank' is needed, a number");
        }
        seat.data(Payload.map(
                "options",
                options,
                "rank",
                rank,
                "team",
                options.field("teamId"),
                "cycles",
                0,
                "told",
                1,
                "match",
                ""));
        seat.send("clients", Payload.of(1));
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {}

    @Override
    public void tick(Room room, Tick tick) {
        if (tick.number() % tick.ticks(settings.cycleMillis()) == 0) {
            cycle(room);
        }
    }

    private void cycle(Room room) {
        Grouping grouping = settings.grouping();
        for (Group group : grouping.of(waiting(room))) {
            if (grouping.ready(group)) {
                begin(room, group);
            } else {
                tell(room, group);
            }
        }
    }

    private List<Waiting> waiting(Room room) {
        Map<String, List<Seat>> units = new LinkedHashMap<>();
        for (Seat seat : room.seats()) {
            if (seat.data().text("match", 64).isEmpty()) {
                seat.data(seat.data().with("cycles", cycles(seat) + 1));
                String team = settings.teamSize() > 0 && seat.data().has("team")
                        ? "team " + seat.data().field("team")
                        : "alone " + seat.sessionId();
                units.computeIfAbsent(team, key -> new ArrayList<>()).add(seat);
            }
        }
        List<Waiting> all = new ArrayList<>();
        units.values().forEach(unit -> split(unit, all));
        return all;
    }

    /** A team of more than may play together is several teams. */
    private void split(List<Seat> unit, List<Waiting> into) {
        int most = settings.teamSize() > 0 ? settings.teamSize() : 1;
        for (int from = 0; from < unit.size(); from += most) {
            List<Seat> part = unit.subList(from, Math.min(unit.size(), from + most));
            boolean team = settings.teamSize() > 0 && part.getFirst().data().has("team");
            into.add(new Waiting(
                    part.stream().map(Seat::sessionId).toList(),
                    part.stream().mapToDouble(Queue::rank).average().orElse(0),
                    part.stream().mapToInt(Queue::cycles).max().orElse(0),
                    !team || part.size() == most));
        }
    }

    private static double rank(Seat seat) {
        return seat.data().number("rank", -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static int cycles(Seat seat) {
        return (int) seat.data().whole("cycles", 0, Integer.MAX_VALUE);
    }

    private static void tell(Room room, Group group) {
        for (String session : group.sessions()) {
            Seat seat = room.seat(session);
            if (seat != null && !Payload.same(seat.data().field("told"), group.size())) {
                seat.data(seat.data().with("told", group.size()));
                seat.send("clients", Payload.of(group.size()));
            }
        }
    }

    private void begin(Room room, Group group) {
        tell(room, group);
        String match = Long.toUnsignedString(room.random().nextLong(), 36);
        for (String session : group.sessions()) {
            Seat seat = room.seat(session);
            if (seat != null) {
                seat.data(seat.data().with("match", match));
            }
        }
        room.when(MADE + match, room.rooms().create(settings.matchRoom(), Payload.map()));
    }

    @Override
    public void timer(Room room, Parcel due) {
        String kind = due.kind();
        String match = kind.replaceFirst("^\\w+ ", "").replace(NOT, "");
        if (kind.endsWith(NOT)) {
            String why = due.payload().text("message", 500);
            group(room, match).forEach(seat -> seat.close(FAILED, why));
        } else if (kind.startsWith(MADE)) {
            List<Guest> guests = group(room, match).stream().map(Queue::guest).toList();
            room.when(SEATED + match, room.rooms().reserve(due.payload().text("roomId", 64), guests));
        } else if (kind.startsWith(SEATED)) {
            for (Object reservation : due.payload().items()) {
                Seat seat = room.seat(Payload.of(reservation).text("sessionId", 64));
                if (seat != null) {
                    seat.send("seat", Payload.of(reservation));
                }
            }
        }
    }

    private static List<Seat> group(Room room, String match) {
        return room.seats().stream()
                .filter(seat -> match.equals(seat.data().field("match")))
                .toList();
    }

    private static Guest guest(Seat seat) {
        return new Guest(seat.sessionId(), Payload.of(seat.data().field("options")), seat.auth());
    }
}
