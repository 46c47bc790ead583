package org.hotrealm.room.testkit;

import java.time.Duration;
import java.util.ArrayList;
import org.hotrealm.room.api.History;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.ParkedRoom;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StringField;
import org.jspecify.annotations.Nullable;

/** Something of everything that a room can have, for the swap of what it runs in. */
final class Bazaar implements RoomType {

    static final class Move {
        private static final StateType.Builder T = StateType.named("Move");
        static final IntField BY = T.int8("by");
        static final StateType TYPE = T.build();
    }

    static final class Stall {
        private static final StateType.Builder T = StateType.named("Stall");
        static final StringField OWNER = T.string("owner");
        static final IntField COINS = T.int32("coins");
        static final StateType TYPE = T.build();
    }

    private static final StateType.Builder T = StateType.named("Bazaar");
    static final IntField LUCK = T.int32("luck");
    static final IntField GONGS = T.int32("gongs");
    static final MapField<StateObject> STALLS = T.map("stalls", Stall.TYPE);
    /** Each client sees its own purse, and those it has been shown. */
    static final MapField<StateObject> PURSES = T.map("purses", Stall.TYPE).view();

    static final StateType TYPE = T.build();

    /** Whether it makes its history again after a swap. */
    boolean restores = true;

    /** Set to have the next restore fail. */
    boolean broken;

    @Override
    public String name() {
        return "bazaar";
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT.withAutoDispose(false).withPatchEveryTicks(2);
    }

    @Override
    public InputSettings inputs() {
        return InputSettings.of(Move.TYPE);
    }

    @Override
    public StateObject create(Room room, Payload options) {
        room.attach(History.class, new History(1, 4));
        room.every(3, Parcel.of("gong", Payload.of("dong")));
        return TYPE.create();
    }

    @Override
    public boolean restores(Class<?> key, Parcel parcel) {
        return restores && key == History.class;
    }

    @Override
    public @Nullable StateObject restore(Room room, ParkedRoom from) throws RefusedException {
        if (broken) {
            throw new IllegalStateException("this version cannot do it");
        }
        room.attach(History.class, History.of(from.parcel(History.class)));
        return from.state();
    }

    @Override
    public Messages messages() {
        return Messages.of()
                .on("buy", (room, seat, message) -> {
                    int coins = room.random().nextInt(100);
                    Stall.COINS.add(stall(room, seat), coins);
                    room.broadcast("bought", Payload.map("by", seat.sessionId(), "coins", coins));
                    seat.sendAfterPatch("receipt", Payload.of(coins));
                })
                .on(
                        "show",
                        (room, seat, message) -> room.seats()
                                .forEach(other -> other.view().add(PURSES.get(room.state(), seat.sessionId()))))
                .on("remember", (room, seat, message) -> seat.data(message.payload()))
                .later(
                        "haggle",
                        (room, seat, message, request) -> room.after(
                                3, Parcel.of("haggled", Payload.map("session", seat.sessionId(), "request", request))))
                .answer("recall", (room, seat, message) -> seat.data())
                .build();
    }

    private static StateObject stall(Room room, Seat seat) {
        StateObject stall = STALLS.get(room.state(), seat.sessionId());
        if (stall == null) {
            stall = Stall.TYPE.create();
            Stall.OWNER.set(stall, seat.sessionId());
            STALLS.put(room.state(), seat.sessionId(), stall);
        }
        return stall;
    }

    @Override
    public void join(Room room, Seat seat, Payload options) {
        StateObject purse = Stall.TYPE.create();
        PURSES.put(room.state(), seat.sessionId(), purse);
        seat.view().add(purse);
        seat.send("hello", Payload.of(room.random().nextInt(10)));
        room.metadata(Payload.map("last", seat.sessionId()));
    }

    @Override
    public Duration drop(Room room, Seat seat) {
        return Duration.ofMillis(400);
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        STALLS.remove(room.state(), seat.sessionId());
        PURSES.remove(room.state(), seat.sessionId());
        room.broadcast("left", Payload.of(seat.sessionId()));
    }

    @Override
    public void tick(Room room, Tick tick) {
        History history = room.attached(History.class);
        history.begin(tick.millis());
        for (Seat seat : new ArrayList<>(room.seats())) {
            StateObject input = seat.inputs().next();
            if (input != null) {
                Stall.COINS.add(PURSES.get(room.state(), seat.sessionId()), Move.BY.get(input));
            }
        }
        history.put(1, new double[] {room.random().nextDouble()});
        double[] then = new double[1];
        history.at(1, tick.millis() - 70, then);
        LUCK.set(room.state(), (int) (then[0] * 1000));
    }

    @Override
    public void timer(Room room, Parcel due) {
        if (due.kind().equals("gong")) {
            GONGS.add(room.state(), 1);
            return;
        }
        Payload what = due.payload();
        Seat seat = room.seat(what.text("session", 64));
        if (seat != null) {
            seat.answer(
                    what.whole("request", 0, Long.MAX_VALUE),
                    Payload.of(room.random().nextInt(1000)));
        }
    }
}
