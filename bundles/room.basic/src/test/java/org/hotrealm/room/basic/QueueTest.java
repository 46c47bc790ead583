package org.hotrealm.room.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.testkit.HarnessClient;
import org.hotrealm.room.testkit.RoomHarness;
import org.junit.jupiter.api.Test;

class QueueTest {

    private static RoomHarness harness(int players, int teamSize, boolean incomplete) {
        QueueSettings settings =
                new QueueSettings("queue", "match", teamSize, 1000, new Grouping(players, 10, 15, incomplete));
        return RoomHarness.of(new Queue(settings), new MatchRoom(false));
    }

    @Test
    void groupOfLikeRankGetsSeatsUnderItsOwnIdentities() {
        RoomHarness harness = harness(2, 0, false);
        HarnessClient ada = harness.join("queue", "rank", 20, "class", "mage");
        HarnessClient bob = harness.join("queue", "rank", 25);
        HarnessClient far = harness.join("queue", "rank", 2_000);
        assertThat(ada.messages("clients")).containsExactly(Payload.of(1));

        harness.advance(1_000);

        assertThat(ada.messages("clients")).containsExactly(Payload.of(1), Payload.of(2));
        assertThat(far.messages("seat")).isEmpty();
        HarnessClient there = harness.connect(seat(ada), null);
        assertThat(there.joined()).isTrue();
        assertThat(there.sessionId()).isEqualTo(ada.sessionId());
        assertThat(seat(bob).roomId()).isEqualTo(there.roomId());
        Payload options = harness.room(there.roomId())
                .look(room -> room.seat(there.sessionId()).data());
        assertThat(options).isEqualTo(Payload.map("rank", 20, "class", "mage"));
        ada.send("confirm");
        assertThat(ada.closeCode()).isEqualTo(1000);
    }

    @Test
    void rankDoesNotCountAfterLongWaiting() {
        RoomHarness harness = harness(2, 0, false);
        HarnessClient low = harness.join("queue", "rank", 1);
        HarnessClient high = harness.join("queue", "rank", 5_000);

        harness.advance(9_000);
        assertThat(low.messages("seat")).isEmpty();
        harness.advance(1_000);

        assertThat(seat(low).roomId()).isEqualTo(seat(high).roomId());
    }

    @Test
    void incompleteGroupBeginsWhereItMay() {
        RoomHarness strict = harness(4, 0, false);
        HarnessClient waits = strict.join("queue", "rank", 5);
        strict.advance(60_000);
        assertThat(waits.messages("seat")).isEmpty();
        RoomHarness loose = harness(4, 0, true);
        HarnessClient goes = loose.join("queue", "rank", 5);

        loose.advance(14_000);
        assertThat(goes.messages("seat")).isEmpty();
        loose.advance(1_000);

        assertThat(goes.messages("seat")).hasSize(1);
    }

    @Test
    void teamsStayTogetherAndWaitForTheirOwn() {
        RoomHarness harness = harness(4, 2, false);
        List<HarnessClient> red = List.of(
                harness.join("queue", "rank", 1, "teamId", "red"), harness.join("queue", "rank", 9, "teamId", "red"));
        HarnessClient blue = harness.join("queue", "rank", 5, "teamId", "blue");
        harness.join("queue", "rank", 5, "teamId", "green");
        harness.advance(3_000);
        assertThat(blue.messages("seat")).isEmpty();

        HarnessClient late = harness.join("queue", "rank", 6, "teamId", "blue");
        harness.advance(1_000);

        List<HarnessClient> all = new ArrayList<>(red);
        all.add(blue);
        all.add(late);
        assertThat(all.stream().map(client -> seat(client).roomId()).distinct()).hasSize(1);
    }

    @Test
    void groupWhoseRoomCannotBeMadeIsClosedWithTheReason() {
        QueueSettings settings = new QueueSettings("queue", "match", 0, 1000, new Grouping(1, 10, 15, false));
        RoomHarness harness = RoomHarness.of(new Queue(settings), new MatchRoom(true));
        HarnessClient ada = harness.join("queue", "rank", 1);

        harness.advance(1_000);

        assertThat(ada.closeCode()).isEqualTo(1011);
        assertThat(ada.closeReason()).isEqualTo("no match today");
    }

    @Test
    void clientWithoutARankIsRefused() {
        RoomHarness harness = harness(2, 0, false);

        assertThatThrownBy(() -> harness.join("queue"))
                .hasMessageContaining("526 the join option 'rank' is needed, a number");
    }

    private static Reservation seat(HarnessClient client) {
        Payload seat = client.last("seat");
        return new Reservation(
                seat.text("name", 64),
                seat.text("roomId", 64),
                seat.text("sessionId", 64),
                seat.text("processId", 64),
                null,
                null);
    }
}
