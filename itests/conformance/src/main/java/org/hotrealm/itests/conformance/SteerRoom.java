package org.hotrealm.itests.conformance;

import java.time.Duration;
import java.util.Objects;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.History;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Inputs;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.BooleanField;
import org.hotrealm.state.schema.DoubleField;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.osgi.service.component.annotations.Component;

/** The room {@code steer}: clients move by inputs, and what they fire at is judged by what they saw. */
@Component(service = Behaviour.class)
public final class SteerRoom implements RoomType {

    private static final StateType.Builder I = StateType.named("Steer");
    private static final IntField DX = I.int8("dx");
    private static final IntField DY = I.int8("dy");
    private static final BooleanField FIRE = I.bool("fire");
    private static final StateType INPUT = I.build();

    private static final StateType.Builder U = StateType.named("Unit");
    private static final DoubleField X = U.number("x");
    private static final DoubleField Y = U.number("y");
    private static final StateType UNIT = U.build();

    private static final StateType.Builder S = StateType.named("Steering");
    private static final MapField<StateObject> UNITS = S.map("units", UNIT);
    private static final StateType STATE = S.build();

    private static final long TARGET_ID = 1;

    @Override
    public String name() {
        return "steer";
    }

    @Override
    public RoomSettings settings() {
        return RoomSettings.DEFAULT;
    }

    @Override
    public InputSettings inputs() {
        return InputSettings.of(INPUT).withSubSteps(2).withTimes(true, true);
    }

    @Override
    public StateObject create(Room room, Payload options) {
        StateObject state = STATE.create();
        room.attach(History.class, new History(1, 20));
        return state;
    }

    @Override
    public Messages messages() {
        return Messages.of().on("cut", (room, seat, message) -> seat.cut()).build();
    }

    @Override
    public void join(Room room, Seat seat, Payload options) {
        StateObject unit = UNIT.create();
        X.set(unit, 0);
        Y.set(unit, 0);
        UNITS.put(state(room), seat.sessionId(), unit);
    }

    @Override
    public Duration drop(Room room, Seat seat) {
        return Duration.ofSeconds(20);
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        UNITS.remove(state(room), seat.sessionId());
    }

    @Override
    public void sanitise(Room room, Seat seat, StateObject input) {
        DX.set(input, Math.clamp(DX.get(input), -5, 5));
        DY.set(input, Math.clamp(DY.get(input), -5, 5));
    }

    @Override
    public void tick(Room room, Tick tick) {
        for (Seat seat : room.seats()) {
            move(room, seat);
        }
        History history = room.attached(History.class);
        history.begin(tick.millis());
        history.put(TARGET_ID, new double[] {tick.millis()});
    }

    private static void move(Room room, Seat seat) {
        StateObject unit = Objects.requireNonNull(UNITS.get(state(room), seat.sessionId()), "a seat without a unit");
        Inputs inputs = seat.inputs();
        for (StateObject input = inputs.next(); input != null; input = inputs.next()) {
            X.set(unit, X.get(unit) + DX.get(input));
            Y.set(unit, Y.get(unit) + DY.get(input));
            if (FIRE.get(input)) {
                fire(room, seat, inputs);
            }
        }
    }

    /** Tells the client where its target, which moves a unit a millisecond, was when it fired. */
    private static void fire(Room room, Seat seat, Inputs inputs) {
        double[] seen = new double[1];
        boolean there = room.attached(History.class).at(TARGET_ID, inputs.renderMillis(), seen);
        seat.send(
                "shot",
                Payload.map(
                        "there", there, "seen", seen[0], "at", inputs.renderMillis(), "reckon", inputs.reckonMillis()));
    }

    private static StateObject state(Room room) {
        return Objects.requireNonNull(room.state(), "the room has a state from its creation on");
    }
}
