package org.hotrealm.room.basic;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.BooleanField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StringField;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Passes every message on to the others as {@code [sessionId, message]}, and shows who is there. */
@Component(
        service = Behaviour.class,
        configurationPid = "org.hotrealm.room.basic.Relay",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = RelayConfig.class, factory = true)
public final class Relay implements RoomType {

    private static final int LONGEST_NAME = 64;

    /** One per client. */
    static final class Player {
        private static final StateType.Builder T = StateType.named("Player");
        static final BooleanField CONNECTED = T.bool("connected");
        static final StringField NAME = T.string("name");
        static final StringField SESSION = T.string("sessionId");
        static final StateType TYPE = T.build();

        private Player() {}
    }

    private static final StateType.Builder T = StateType.named("State");
    static final MapField<StateObject> PLAYERS = T.map("players", Player.TYPE);
    static final StateType TYPE = T.build();

    private final String name;
    private final int maxClients;
    private final int holdSeconds;

    /** Reads the configuration; a value out of its range throws, naming it. */
    @Activate
    public Relay(RelayConfig config) {
        this(config.name(), config.max_clients(), config.hold_seconds());
    }

    Relay(String name, int maxClients, int holdSeconds) {
        this.name = name;
        this.maxClients = Ranges.check(name, "max.clients", maxClients, 1, RoomSettings.UNLIMITED);
        this.holdSeconds = Ranges.check(name, "hold.seconds", holdSeconds, 0, 86_400);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT.withMaxClients(maxClients);
    }

    @Override
    public StateObject create(Room room, Payload options) {
        if (options.has("maxClients")) {
            room.maxClients((int) options.whole("maxClients", 1, maxClients));
        }
        long hold = options.has("allowReconnectionTime")
                ? options.whole("allowReconnectionTime", 0, holdSeconds)
                : holdSeconds;
        room.attach(Payload.class, Payload.of(hold));
        if (options.has("metadata")) {
            room.metadata(Payload.of(options.field("metadata")));
        }
        return TYPE.create();
    }

    @Override
    public Messages messages() {
        return Messages.of().otherwise(Relay::relay).build();
    }

    private static Payload relay(Room room, Seat seat, Message message) {
        Object carried = message.payload().none() ? null : message.payload().value();
        room.broadcast(message.type(), Payload.of(Arrays.asList(seat.sessionId(), carried)), seat.sessionId());
        return Payload.NONE;
    }

    @Override
    public void join(Room room, Seat seat, Payload options) {
        StateObject player = Player.TYPE.create();
        Player.CONNECTED.set(player, true);
        if (options.has("name")) {
            Player.NAME.set(player, options.text("name", LONGEST_NAME));
        }
        Player.SESSION.set(player, seat.sessionId());
        PLAYERS.put(state(room), seat.sessionId(), player);
    }

    @Override
    public Duration drop(Room room, Seat seat) {
        Player.CONNECTED.set(player(room, seat), false);
        return Duration.ofSeconds(
                (Long) Objects.requireNonNull(room.attached(Payload.class).value()));
    }

    @Override
    public void reconnect(Room room, Seat seat) {
        Player.CONNECTED.set(player(room, seat), true);
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        PLAYERS.remove(state(room), seat.sessionId());
    }

    private static StateObject player(Room room, Seat seat) {
        return Objects.requireNonNull(PLAYERS.get(state(room), seat.sessionId()), "a seat without a player");
    }

    private static StateObject state(Room room) {
        return Objects.requireNonNull(room.state(), "the room has a state from its creation on");
    }
}
