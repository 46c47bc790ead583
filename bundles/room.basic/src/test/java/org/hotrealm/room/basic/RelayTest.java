package org.hotrealm.room.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.testkit.HarnessClient;
import org.hotrealm.room.testkit.RoomHarness;
import org.junit.jupiter.api.Test;

class RelayTest {

    private final RoomHarness harness = RoomHarness.of(new Relay("relay", 5, 20));

    @Test
    void everyMessageGoesToTheOthersWithItsSender() {
        HarnessClient ada = harness.join("relay", "name", "Ada");
        HarnessClient bob = harness.join("relay");
        harness.advance(50);

        ada.send("wave", Payload.map("hand", "left"));
        ada.send("#7", Payload.NONE);

        assertThat(bob.last("wave")).isEqualTo(Payload.of(List.of(ada.sessionId(), Map.of("hand", "left"))));
        assertThat(bob.last("#7")).isEqualTo(Payload.of(Arrays.asList(ada.sessionId(), null)));
        assertThat(ada.messages()).isEmpty();
    }

    @Test
    void stateShowsWhoIsThereAndWhoIsAway() {
        HarnessClient ada = harness.join("relay", "name", "Ada");
        HarnessClient bob = harness.join("relay");
        ada.drop();
        harness.advance(100);

        assertThat(bob.state())
                .isEqualTo(Map.of(
                        "players",
                        Map.of(
                                ada.sessionId(),
                                Map.of("connected", false, "name", "Ada", "sessionId", ada.sessionId()),
                                bob.sessionId(),
                                Map.of("connected", true, "sessionId", bob.sessionId()))));
        ada.reconnect();
        harness.advance(100);
        assertThat(bob.state()).isEqualTo(ada.state());
        ada.leave();
        harness.advance(100);
        assertThat((Map<?, ?>) bob.state().get("players")).hasSize(1);
    }

    @Test
    void whoMakesTheRoomMayAskForLess() {
        HarnessClient ada = harness.join("relay", "maxClients", 1, "allowReconnectionTime", 1);

        assertThat(harness.join("relay").roomId()).isNotEqualTo(ada.roomId());
        ada.drop();
        harness.advance(1_100);
        assertThat(ada.reconnect().refusal()).startsWith("524");
    }
}
