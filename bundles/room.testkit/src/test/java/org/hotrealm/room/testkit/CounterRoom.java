package org.hotrealm.room.testkit;

// example: first-room
import java.lang.invoke.MethodHandles;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Shape;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StringField;

/** Everybody has a score and may add to it. */
final class CounterRoom implements RoomType {

    static final class Player {
        private static final StateType.Builder T = StateType.named("Player");
        static final StringField NAME = T.string("name");
        static final IntField SCORE = T.uint16("score");
        static final StateType TYPE = T.build();
    }

    private static final StateType.Builder T = StateType.named("Counter");
    static final IntField SECONDS = T.uint16("seconds");
    static final MapField<StateObject> PLAYERS = T.map("players", Player.TYPE);
    static final StateType TYPE = T.build();

    record Add(int points) {}

    static final Shape<Add> ADD =
            Shape.of(MethodHandles.lookup(), Add.class).integer("points", 1, 10).build();

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT.withMaxClients(8);
    }

    @Override
    public StateObject create(Room room, Payload options) {
        return TYPE.create();
    }

    @Override
    public Messages messages() {
        return Messages.of()
                .on("add", ADD, (room, seat, add) -> {
                    StateObject player = PLAYERS.get(room.state(), seat.sessionId());
                    Player.SCORE.set(player, Player.SCORE.get(player) + add.points());
                })
                .answer("leader", (room, seat, message) -> Payload.of(leader(room)))
                .build();
    }

    @Override
    public void join(Room room, Seat seat, Payload options) {
        StateObject player = Player.TYPE.create();
        Player.NAME.set(player, options.text("name", 16, "anon"));
        PLAYERS.put(room.state(), seat.sessionId(), player);
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        PLAYERS.remove(room.state(), seat.sessionId());
    }

    @Override
    public void tick(Room room, Tick tick) {
        SECONDS.set(room.state(), (int) (tick.millis() / 1000));
    }

    private static String leader(Room room) {
        String best = "";
        int most = -1;
        for (Seat seat : room.seats()) {
            StateObject player = PLAYERS.get(room.state(), seat.sessionId());
            if (Player.SCORE.get(player) > most) {
                most = Player.SCORE.get(player);
                best = Player.NAME.get(player);
            }
        }
        return best;
    }
}
// end
