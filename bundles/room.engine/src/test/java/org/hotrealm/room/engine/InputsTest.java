package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Inputs;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.junit.jupiter.api.Test;

class InputsTest {

    private static final StateType.Builder I = StateType.named("Steer");
    private static final IntField DX = I.int8("dx");
    private static final StateType STEER = I.build();

    private static final StateType.Builder S = StateType.named("Sum");
    private static final IntField X = S.int32("x");
    private static final StateType SUM = S.build();

    /** Adds up one input of each client per tick, where it is told to. */
    private static final class SteerType extends EchoType {
        volatile boolean taking = true;
        volatile boolean failing;

        @Override
        public InputSettings inputs() {
            return InputSettings.of(STEER).withWaiting(4).withTimes(true, false);
        }

        @Override
        public StateObject create(Room room, Payload options) {
            StateObject state = SUM.create();
            X.set(state, 0);
            return state;
        }

        @Override
        public void sanitise(Room room, Seat seat, StateObject input) {
            if (failing) {
                throw new IllegalStateException("on purpose");
            }
            DX.set(input, Math.clamp(DX.get(input), -1, 1));
        }

        @Override
        public void tick(Room room, Tick tick) {
            for (Seat seat : room.seats()) {
                StateObject input = taking ? seat.inputs().next() : null;
                if (input != null) {
                    X.set(room.state(), X.get(room.state()) + DX.get(input));
                }
            }
        }
    }

    private final SteerType type = new SteerType();

    private static InputDelta reliable(long sequence, String body) {
        return new InputDelta(true, sequence, 100 + sequence, 0, HexFormat.of().parseHex(body), 0, body.length() / 2);
    }

    private static InputDelta ring(long sequence, String body) {
        return new InputDelta(false, sequence, 0, 0, HexFormat.of().parseHex(body), 0, body.length() / 2);
    }

    private static int x(TestEngine engine, TestEngine.Client client) {
        ActiveRoom room = engine.room(client);
        return engine.on(room, () -> X.get(room.patches().root()));
    }

    private static Inputs inputs(TestEngine engine, TestEngine.Client client) {
        ActiveRoom room = engine.room(client);
        return engine.on(
                room,
                () -> room.seatTable().of(client.seat().sessionId()).face().inputs());
    }

    @Test
    void eachInputIsTakenOnceClampedAndConfirmedWithEveryPatch() throws Exception {
        try (TestEngine engine = new TestEngine(type)) {
            TestEngine.Client client = engine.join("echo");
            assertThat(client.greeting()).startsWith("offered 200.0/5 ");
            client.input().input(reliable(1, "8001"));
            client.input().input(reliable(2, ""));
            client.input().input(reliable(3, "807f"));
            client.link().await("timed patch 3");
            assertThat(x(engine, client)).isEqualTo(3);
            // Nothing changes any more, and the clock goes on.
            client.link().await("timed patch 3");
            client.link().await("timed patch 3");
        }
    }

    @Test
    void beyondItsPlacesTheOldestAreLostAndConfirmed() throws Exception {
        try (TestEngine engine = new TestEngine(type)) {
            type.taking = false;
            TestEngine.Client client = engine.join("echo");
            for (int i = 1; i <= 7; i++) {
                client.input().input(reliable(i, "8001"));
            }
            client.link().await("timed patch 3");
            Inputs inputs = inputs(engine, client);
            ActiveRoom room = engine.room(client);
            List<Long> taken = new ArrayList<>();
            engine.on(room, () -> {
                while (inputs.next() != null) {
                    taken.add(inputs.sequence());
                    assertThat(inputs.renderMillis()).isEqualTo(100 + inputs.sequence());
                }
                return null;
            });
            assertThat(taken).containsExactly(4L, 5L, 6L, 7L);
        }
    }

    @Test
    void theRingIsHeardOnceAlsoAfterComingBackWhileReliableInputsBeginAnew() throws Exception {
        try (TestEngine engine = new TestEngine(type)) {
            TestEngine.Client client = engine.join("echo");
            client.input().input(ring(1, "8001"));
            client.input().input(ring(2, ""));
            client.input().input(ring(1, "8001"));
            client.link().await("timed patch 2");
            client.input().gone();
            engine.ticks(engine.room(client), 2);
            TestEngine.Client back = engine.connect(client.seat(), client.token());
            back.input().input(ring(2, "8001"));
            back.input().input(ring(3, "8001"));
            back.link().await("timed patch 3");
            assertThat(x(engine, back)).isEqualTo(3);
            back.input().gone();
            engine.ticks(engine.room(client), 2);
            TestEngine.Client again = engine.connect(client.seat(), back.token());
            again.input().input(reliable(1, "8001"));
            again.link().await("timed patch 1");
            assertThat(x(engine, again)).isEqualTo(4);
        }
    }

    @Test
    void anInputThatIsNoneClosesItsClientAndNoOther() throws Exception {
        try (TestEngine engine = new TestEngine(type)) {
            TestEngine.Client bad = engine.join("echo");
            TestEngine.Client good = engine.join("echo");
            bad.input().input(reliable(1, "81"));
            bad.link().await("close 4002");
            good.input().input(reliable(1, "8001"));
            good.link().await("timed patch 1");
        }
    }

    @Test
    void tooManyAtOnceCloseTheClient() throws Exception {
        try (TestEngine engine = new TestEngine(type)) {
            TestEngine.Client client = engine.join("echo");
            ActiveRoom room = engine.room(client);
            engine.on(room, () -> {
                for (int i = 1; i <= 600; i++) {
                    client.input().input(reliable(i, ""));
                }
                return null;
            });
            client.link().await("close 4002 too many inputs waiting");
        }
    }

    @Test
    void whatTheRoomFailsToLookAtCountsAsDoingNothing() throws Exception {
        try (TestEngine engine = new TestEngine(type)) {
            type.failing = true;
            TestEngine.Client client = engine.join("echo");
            client.input().input(reliable(1, "8005"));
            client.link().await("timed patch 1");
            assertThat(x(engine, client)).isZero();
            assertThat(engine.room(client).info().failures()).isEqualTo(1);
        }
    }

    @Test
    void olderClientsAreOfferedNoInputsAndGetOrdinaryPatches() throws Exception {
        try (TestEngine engine = new TestEngine(type)) {
            var seat = engine.reserve(JoinRequest.Method.JOIN_OR_CREATE, "echo", Payload.map());
            TestEngine.Client older = engine.connect(seat, null, new RecordingLink(Dialect.V17));
            assertThat(older.greeting()).startsWith("joined ");
            older.link().await("state");
        }
    }

    @Test
    void aRoomWithoutInputsSaysWhatToDeclare() throws Exception {
        try (TestEngine engine = new TestEngine(new EchoType())) {
            TestEngine.Client client = engine.join("echo");
            assertThatThrownBy(() -> inputs(engine, client))
                    .hasRootCauseMessage("room type echo takes no inputs: declare them by RoomType.inputs");
        }
    }
}
