package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Payload;
import org.junit.jupiter.api.Test;

class FirstRoomTest {

    // example: first-test
    @Test
    void twoPlayersSeeEachOthersScore() {
        RoomHarness harness = RoomHarness.of(new CounterRoom());
        HarnessClient ada = harness.join("counter", "name", "Ada");
        HarnessClient bob = harness.join("counter", "name", "Bob");

        ada.send("add", "points", 3);
        harness.advance(1_000);

        assertThat(bob.state())
                .isEqualTo(Map.of(
                        "seconds",
                        1,
                        "players",
                        Map.of(
                                ada.sessionId(), Map.of("name", "Ada", "score", 3),
                                bob.sessionId(), Map.of("name", "Bob"))));
        assertThat(bob.request("leader", Payload.NONE).payload()).isEqualTo(Payload.of("Ada"));
    }
    // end

    @Test
    void violationNamesTheFieldAndClosesWhoSentIt() {
        RoomHarness harness = RoomHarness.of(new CounterRoom());
        HarnessClient ada = harness.join("counter");
        HarnessClient bob = harness.join("counter");

        ada.send("add", "points", 11);

        assertThat(ada.closeCode()).isEqualTo(4002);
        assertThat(ada.closeReason())
                .isEqualTo("message \"add\": field 'points' is 11: a number from 1.0 to 10.0 is needed");
        assertThat(bob.joined()).isTrue();
    }

    @Test
    void violationInARequestIsItsAnswer() {
        HarnessClient ada = RoomHarness.of(new CounterRoom()).join("counter");

        Answer answer = ada.request("add", Payload.map("points", "many"));

        assertThat(answer.status()).isEqualTo(Answer.Status.ERROR);
        assertThat(answer.payload().field("name")).isEqualTo("invalid_payload");
        assertThat((String) answer.payload().field("message")).contains("'points' is many");
        assertThat(ada.joined()).isTrue();
    }
}
