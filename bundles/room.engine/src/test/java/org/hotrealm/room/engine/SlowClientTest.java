package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StateView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A walker moves in every tick; some clients do not keep up. Ticks are 5 ms, merging ends after 1 s, patience after 2 s. */
@Timeout(120)
class SlowClientTest {

    private static final StateType.Builder W = StateType.named("Walker");
    private static final IntField X = W.int32("x");
    private static final IntField SECRET = W.int32("secret").view();
    private static final StateType WALKER = W.build();
    private static final StateType.Builder T = StateType.named("Ground");
    private static final MapField<StateObject> WALKERS = T.map("walkers", WALKER);
    private static final StateType GROUND = T.build();

    private final Ground type = new Ground();
    private final TestEngine engine = new TestEngine(type);
    private ActiveRoom room;
    private ReadingLink steady;

    private static final class Ground extends EchoType {
        volatile boolean growing;
        volatile boolean seeing;

        @Override
        public StateObject create(Room room, Payload options) {
            StateObject ground = GROUND.create();
            WALKERS.put(ground, "first", WALKER.create());
            return ground;
        }

        @Override
        public void join(Room room, Seat seat, Payload options) {
            StateView view = seeing ? seat.view() : null;
            if (view != null) {
                view.add(WALKERS.get(room.state(), "first"));
            }
        }

        @Override
        public void tick(Room room, Tick tick) {
            StateObject first = WALKERS.get(room.state(), "first");
            X.set(first, (int) tick.number());
            SECRET.set(first, (int) tick.number());
            if (growing) {
                WALKERS.put(room.state(), "w" + tick.number() % 50, WALKER.create());
            }
        }

        @Override
        public Duration drop(Room room, Seat seat) {
            hooks.add("drop");
            return Duration.ofSeconds(60);
        }
    }

    @BeforeEach
    void open() throws Exception {
        steady = join();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private ReadingLink join() throws Exception {
        Reservation seat = engine.reserve(JoinRequest.Method.JOIN_OR_CREATE, "echo", Payload.map());
        room = engine.rooms.byId(seat.roomId());
        ReadingLink link = new ReadingLink();
        SeatGate gate = new SeatGate(room, link);
        engine.on(room, () -> {
            room.seatTable().entrance().connect(gate, seat.sessionId(), null, null);
            return true;
        });
        gate.acknowledged();
        engine.ticks(room, 2);
        engine.on(room, () -> {
            link.got.clear();
            return true;
        });
        return link;
    }

    /** What the client got and sees now; both looked at in one go, between two ticks. */
    private List<String> got(ReadingLink link) {
        return engine.on(room, () -> List.copyOf(link.got));
    }

    private void seesWhatIsThere(ReadingLink link, boolean secrets) {
        engine.on(room, () -> {
            assertThat(link.problems()).isEmpty();
            Map<String, Object> seen = link.state();
            assertThat(seen).isEqualTo(secrets ? room.patches().root().toMap() : steady.state());
            return true;
        });
    }

    private static int count(List<String> got, String what) {
        return Collections.frequency(got, what);
    }

    @Test
    void whatAClientMissesForAMomentComesInOnePatch() throws Exception {
        ReadingLink slow = join();
        slow.congested = true;
        engine.ticks(room, 1);
        int before = got(slow).size();
        engine.ticks(room, 20);
        assertThat(got(slow)).as("while its line is congested").hasSize(before);
        slow.congested = false;
        engine.ticks(room, 3);

        assertThat(count(got(slow), "state")).isZero();
        assertThat(count(got(slow), "patch")).isLessThan(count(got(steady), "patch") - 15);
        seesWhatIsThere(slow, false);
        assertThat(room.tick().number()).isPositive();
        assertThat(engine.host.slow().merged().sum()).isEqualTo(1);
    }

    @Test
    void whoMissedThatOthersCameGetsAFullState() throws Exception {
        ReadingLink slow = join();
        slow.congested = true;
        type.growing = true;
        engine.ticks(room, 20);
        type.growing = false;
        slow.congested = false;
        engine.ticks(room, 3);

        assertThat(count(got(slow), "state")).isEqualTo(1);
        seesWhatIsThere(slow, false);
        assertThat(engine.host.slow().resynced().sum()).isEqualTo(1);
    }

    @Test
    void aClientWithAViewOfItsOwnEndsRightToo() throws Exception {
        type.seeing = true;
        ReadingLink slow = join();
        slow.congested = true;
        engine.ticks(room, 20);
        slow.congested = false;
        engine.ticks(room, 3);

        assertThat(count(got(slow), "state")).isEqualTo(1);
        seesWhatIsThere(slow, true);
    }

    @Test
    void afterAWhileNothingIsMergedAnyMoreAndThenTheClientIsDroppedAndMayComeBack() throws Exception {
        ReadingLink slow = join();
        slow.congested = true;
        engine.ticks(room, 210);
        slow.congested = false;
        engine.ticks(room, 3);
        assertThat(count(got(slow), "state")).as("after more than a second").isEqualTo(1);
        seesWhatIsThere(slow, false);

        slow.congested = true;
        engine.ticks(room, 410);
        assertThat(got(slow)).endsWith("close 1001");
        assertThat(type.hooks).contains("drop");
        assertThat(engine.host.slow().closed().sum()).isEqualTo(1);
        assertThat(room.info().clients()).isEqualTo(1);
        assertThat(count(got(steady), "patch")).as("the other one's patches").isGreaterThan(600);
    }
}
