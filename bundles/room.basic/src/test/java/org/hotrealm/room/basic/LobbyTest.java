package org.hotrealm.room.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.testkit.HarnessClient;
import org.hotrealm.room.testkit.HarnessRoom;
import org.hotrealm.room.testkit.RoomHarness;
import org.junit.jupiter.api.Test;

class LobbyTest {

    /** Of a lobby; what it is asked at one tick it tells within the same. */
    private static final int TICK = 100;

    private final RoomHarness harness =
            RoomHarness.of(new Lobby("lobby", 60_000), new MatchRoom(false), new Relay("relay", 5, 0));

    @Test
    void clientGetsTheListedRoomsWhenItJoinsAndWhatComesAndGoesAfterwards() {
        HarnessClient first = harness.joinNew("match");
        harness.joinNew("relay");
        HarnessClient ada = harness.join("lobby");
        assertThat(ids(ada.last("rooms"))).containsExactly(first.roomId());

        HarnessClient second = harness.joinNew("match");
        harness.advance(TICK);
        assertThat(ada.last("+").items().getFirst()).isEqualTo(second.roomId());
        first.leave();
        harness.advance(1_000);

        assertThat(ada.messages("-")).containsExactly(Payload.of(first.roomId()));
    }

    @Test
    void entryHasTheFieldsOfTheProtocol() {
        HarnessClient match = harness.joinNew("match");
        HarnessRoom room = harness.room(match.roomId());
        room.run(inside -> inside.metadata(Payload.map("map", "forest")));
        HarnessClient ada = harness.join("lobby");

        Payload entry = Payload.of(ada.last("rooms").items().getFirst());

        assertThat(entry.fields())
                .containsEntry("clients", 1L)
                .containsEntry("maxClients", 10L)
                .containsEntry("locked", false)
                .containsEntry("private", false)
                .containsEntry("unlisted", false)
                .containsEntry("name", "match")
                .containsEntry("roomId", match.roomId())
                .containsEntry("metadata", Map.of("map", "forest"));
        assertThat(entry.field("createdAt")).isInstanceOf(Instant.class);
        assertThat(entry.has("processId")).isTrue();
    }

    @Test
    void filterShowsOnlyWhatItNames() {
        HarnessClient match = harness.joinNew("match");
        harness.room(match.roomId()).run(room -> room.metadata(Payload.map("level", 3)));
        HarnessClient ada = harness.join("lobby");
        HarnessClient bob = harness.join("lobby", "filter", Map.of("name", "other"));
        assertThat(bob.last("rooms").items()).isEmpty();

        ada.send("filter", "metadata", Map.of("level", 3));
        assertThat(ids(ada.last("rooms"))).containsExactly(match.roomId());
        harness.room(match.roomId()).run(room -> room.metadata(Payload.map("level", 4)));
        harness.advance(1_000);

        assertThat(ada.messages("-")).containsExactly(Payload.of(match.roomId()));
        assertThat(bob.messages("+")).isEmpty();
    }

    @Test
    void privateAndUnlistedRoomsArePassedOver() {
        HarnessClient match = harness.joinNew("match");
        HarnessClient ada = harness.join("lobby");

        harness.room(match.roomId()).run(room -> room.byIdOnly(true));
        harness.advance(TICK);
        harness.room(match.roomId()).run(room -> {
            room.byIdOnly(false);
            room.unlisted(true);
        });
        harness.advance(TICK);

        assertThat(ada.messages("-")).hasSize(1);
        assertThat(ada.messages("+")).isEmpty();
    }

    @Test
    void badFilterIsAViolation() {
        HarnessClient ada = harness.join("lobby");

        ada.send("filter", "metadata", 5);

        assertThat(ada.closeCode()).isEqualTo(4002);
        assertThat(ada.closeReason()).contains("'metadata' is 5: an object is needed");
    }

    private static List<Object> ids(Payload rooms) {
        return rooms.items().stream()
                .map(entry -> Payload.of(entry).field("roomId"))
                .toList();
    }
}
