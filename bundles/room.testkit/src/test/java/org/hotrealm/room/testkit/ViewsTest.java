package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.MapField;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateType;
import org.hotrealm.state.schema.StringField;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static final StateType.Builder H = StateType.named("Hand");
    private static final StringField CARD = H.string("card");
    private static final StateType HAND = H.build();

    private static final StateType.Builder T = StateType.named("Table");
    private static final MapField<StateObject> HANDS = T.map("hands", HAND).view();
    private static final StateType TABLE = T.build();

    // example: views
    static final class Cards extends PlainRoom {
        @Override
        public StateObject create(Room room, Payload options) {
            return TABLE.create();
        }

        @Override
        public void join(Room room, Seat seat, Payload options) {
            StateObject hand = HAND.create();
            CARD.set(hand, "queen of hearts");
            HANDS.put(room.state(), seat.sessionId(), hand);
            seat.view().add(hand);
        }

        @Override
        public Messages messages() {
            return Messages.of()
                    .on("show", (room, seat, message) -> {
                        StateObject hand = HANDS.get(room.state(), seat.sessionId());
                        room.seats().forEach(other -> other.view().add(hand));
                    })
                    .build();
        }
    }
    // end

    @Test
    void clientSeesOnlyWhatItsViewHolds() {
        RoomHarness harness = RoomHarness.of(new Cards());
        HarnessClient ada = harness.join("plain");
        HarnessClient bob = harness.join("plain");
        harness.advance(50);
        assertThat(hands(ada).keySet()).isEqualTo(java.util.Set.of(ada.sessionId()));
        assertThat(hands(bob).keySet()).isEqualTo(java.util.Set.of(bob.sessionId()));

        ada.send("show");
        harness.advance(50);

        assertThat(hands(ada)).hasSize(1);
        assertThat(hands(bob)).hasSize(2);
    }

    private static Map<?, ?> hands(HarnessClient client) {
        return (Map<?, ?>) client.state().get("hands");
    }
}
