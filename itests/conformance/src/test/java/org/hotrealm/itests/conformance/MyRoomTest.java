package org.hotrealm.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.testkit.HarnessClient;
import org.hotrealm.room.testkit.RoomHarness;
import org.junit.jupiter.api.Test;

/** The room {@code my} in plain JUnit, as a third party tests its rooms. */
class MyRoomTest {

    private final RoomHarness harness = RoomHarness.of(new MyRoom());
    private final HarnessClient ada = harness.join("my", "name", "Ada");

    @Test
    void playersCarryItemsAndLeaveWithThem() {
        HarnessClient bob = harness.join("my");
        ada.send("give", "at", 0, "ids", List.of(1L, 2L));
        ada.send("give", "at", 1, "ids", List.of(9L));
        harness.advance(50);

        Map<?, ?> player = (Map<?, ?>) ((Map<?, ?>) bob.state().get("players")).get(ada.sessionId());
        assertThat((List<?>) player.get("items")).extracting("id").containsExactly(1, 9, 2);
        assertThat(bob.state().get("log")).isEqualTo(List.of("joined Ada", "joined anon"));
        ada.leave();
        harness.advance(50);
        assertThat((Map<?, ?>) bob.state().get("players")).hasSize(1);
    }

    @Test
    void requestsAreAnsweredAndKicksClose() {
        assertThat(ada.request("sum", Payload.of(List.of(1L, 2L, 3L))).payload())
                .isEqualTo(Payload.of(6L));
        assertThat(ada.request("reject", Payload.of("no")).status()).isEqualTo(Answer.Status.REJECTED);
        ada.send("kick");
        assertThat(ada.closeCode()).isEqualTo(4005);
    }

    @Test
    void droppedPlayerKeepsItsPlaceForTenSeconds() {
        ada.drop();
        harness.advance(9_900);
        assertThat(ada.reconnect().joined()).isTrue();
        ada.send("terminate");
        harness.advance(10_100);
        assertThat(harness.rooms()).isEmpty();
    }
}
