package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.room.api.History;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Inputs;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.IntField;
import org.hotrealm.state.schema.LongField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.junit.jupiter.api.Test;

class InputsTest {

    private static final StateType.Builder T = StateType.named("Pond");
    private static final LongField DUCK = T.uint32("duck");
    private static final StateType TYPE = T.build();

    private static final StateType.Builder S = StateType.named("Shot");
    private static final IntField AIM = S.uint8("aim");
    private static final StateType SHOT = S.build();

    // example: inputs
    static final class Range extends PlainRoom {
        @Override
        public InputSettings inputs() {
            return InputSettings.of(SHOT).withTimes(true, false);
        }

        @Override
        public StateObject create(Room room, Payload options) {
            room.attach(History.class, new History(1, 20));
            return TYPE.create();
        }

        @Override
        public void sanitise(Room room, Seat seat, StateObject input) {
            AIM.set(input, Math.clamp(AIM.get(input), 0, 100));
        }

        @Override
        public void tick(Room room, Tick tick) {
            DUCK.set(room.state(), tick.number());
            History history = room.attached(History.class);
            history.begin(tick.millis());
            history.put("duck", new double[] {tick.number()});
            for (Seat seat : room.seats()) {
                Inputs inputs = seat.inputs();
                for (StateObject shot = inputs.next(); shot != null; shot = inputs.next()) {
                    judge(room, seat, AIM.get(shot), inputs.renderMillis());
                }
            }
        }

        private static void judge(Room room, Seat seat, int aim, long shown) {
            double[] duck = new double[1];
            boolean there = room.attached(History.class).at("duck", shown, duck);
            seat.send(there && Math.abs(duck[0] - aim) < 0.5 ? "hit" : "miss", Payload.NONE);
        }
    }
    // end

    /** An input whose first and only field has this value. */
    private static byte[] aim(int at) {
        return new byte[] {(byte) 0x80, (byte) at};
    }

    @Test
    void shotIsJudgedByWhatItsClientSaw() {
        RoomHarness harness = RoomHarness.of(new Range());
        HarnessClient ada = harness.join("plain");
        harness.advance(1_000);

        ada.inputAt(1, 800, 0, aim(16)).inputAt(2, 950, 0, aim(16)).inputAt(3, 0, 0, aim(21));
        harness.advance(50);

        assertThat(ada.messages()).extracting(Message::type).containsExactly("hit", "miss", "hit");
    }

    @Test
    void whatIsOutOfRangeIsPutRightBeforeTheRoomSeesIt() {
        RoomHarness harness = RoomHarness.of(new Range());
        HarnessClient ada = harness.join("plain");
        harness.advance(5_050);

        ada.inputAt(1, 5_000, 0, aim(250));
        harness.advance(50);

        assertThat(ada.messages()).extracting(Message::type).containsExactly("hit");
    }
}
