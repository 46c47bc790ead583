package org.hotrealm.itests.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hotrealm.itests.conformance.MyState.Bot;
import org.hotrealm.itests.conformance.MyState.Item;
import org.hotrealm.itests.conformance.MyState.Player;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Matching;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.StateArray;
import org.hotrealm.state.schema.StateObject;
import org.osgi.service.component.annotations.Component;

/** The room {@code my}, which the conformance script joins. */
@Component(service = Behaviour.class)
public final class MyRoom implements RoomType {

    private static final long BIG = 9_007_199_254_740_993L;

    @Override
    public String name() {
        return "my";
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT;
    }

    @Override
    public Matching matching() {
        return Matching.ANY.withListing();
    }

    @Override
    public Payload authenticate(JoinRequest request) throws RefusedException {
        if (request.options().has("bad")) {
            throw new RefusedException(RefusedException.AUTH_FAILED, "onAuth failed");
        }
        return Payload.NONE;
    }

    @Override
    public StateObject create(Room room, Payload options) {
        StateObject state = MyState.TYPE.create();
        MyState.TICK.set(state, 0);
        MyState.BIG.set(state, BIG);
        return state;
    }

    @Override
    public Messages messages() {
        return Messages.of()
                .on("move", (room, seat, message) -> {
                    Player.X.set(player(room, seat), message.payload().number("x", -1e6, 1e6));
                    Player.Y.set(player(room, seat), message.payload().number("y", -1e6, 1e6));
                })
                .on("echo", (room, seat, message) -> seat.send("echo", message.payload()))
                .on("#7", (room, seat, message) -> seat.send("#7", message.payload()))
                .on("raw", MyRoom::raw)
                .on("give", MyRoom::give)
                .on("drop", MyRoom::remove)
                .on("reverse", (room, seat, message) -> items(room, seat).reverse())
                .on("boss", MyRoom::boss)
                .on("err", (room, seat, message) -> seat.error(1234, "custom error"))
                .on("kick", (room, seat, message) -> seat.close(4005, "kicked"))
                .on("terminate", (room, seat, message) -> seat.cut())
                .answer(
                        "sum",
                        (room, seat, message) -> Payload.of(message.payload().items().stream()
                                .mapToLong(item -> ((Number) item).longValue())
                                .sum()))
                .answer("reject", (room, seat, message) -> {
                    throw new RefusedException(
                            Payload.map("why", message.payload().value()));
                })
                .build();
    }

    @Override
    public void join(Room room, Seat seat, Payload options) {
        String name = options.text("name", 64, "anon");
        StateObject player = Player.TYPE.create();
        Player.X.set(player, 1);
        Player.Y.set(player, 2.5);
        Player.NAME.set(player, name);
        MyState.PLAYERS.put(state(room), seat.sessionId(), player);
        MyState.LOG.add(state(room), "joined " + name);
        seat.send("hello", Payload.map("from", "join"));
    }

    @Override
    public Duration drop(Room room, Seat seat) {
        return Duration.ofSeconds(10);
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        MyState.PLAYERS.remove(state(room), seat.sessionId());
    }

    private static void raw(Room room, Seat seat, Message message) {
        if (message.payload().value() instanceof byte[] bytes) {
            seat.sendBytes("raw", bytes);
        }
    }

    private static void give(Room room, Seat seat, Message message) {
        StateArray<StateObject> items = items(room, seat);
        int at = (int) message.payload().whole("at", 0, items.size());
        for (Object id : Objects.requireNonNullElse((List<?>) message.payload().field("ids"), List.of())) {
            StateObject item = Item.TYPE.create();
            Item.ID.set(item, ((Number) id).intValue());
            Item.TAGS.add(item, "t" + id);
            items.add(at++, item);
        }
    }

    private static void remove(Room room, Seat seat, Message message) {
        StateArray<StateObject> items = items(room, seat);
        int at = (int) message.payload().whole("at", 0, items.size());
        long count = message.payload().whole("n", 0, items.size());
        for (long i = 0; i < count && at < items.size(); i++) {
            items.removeAt(at);
        }
    }

    private static void boss(Room room, Seat seat, Message message) {
        if (message.payload().value() instanceof Long level && level > 0) {
            StateObject boss = Bot.TYPE.create();
            Bot.LEVEL.set(boss, level.intValue());
            Player.NAME.set(boss, "boss");
            MyState.BOSS.set(state(room), boss);
        } else {
            MyState.BOSS.unset(state(room));
        }
    }

    private static StateArray<StateObject> items(Room room, Seat seat) {
        return Player.ITEMS.of(player(room, seat));
    }

    private static StateObject player(Room room, Seat seat) {
        return Objects.requireNonNull(MyState.PLAYERS.get(state(room), seat.sessionId()), "a seat without a player");
    }

    private static StateObject state(Room room) {
        return Objects.requireNonNull(room.state(), "the room has a state from its creation on");
    }
}
