package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.JoinRequest.Method;
import org.hotrealm.room.api.Matching;
import org.hotrealm.room.api.Matching.Order;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomEntry;
import org.hotrealm.room.api.RoomQuery;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.Seat;
import org.junit.jupiter.api.Test;

class MatchmakingTest {

    static final class Duel extends PlainRoom {
        // example: matching
        @Override
        public Matching matching() {
            return Matching.ANY.filteredBy("mode").sortedBy(Order.down("clients"));
        }

        @Override
        public RoomSettings settings() {
            return RoomSettings.DEFAULT.withMaxClients(3);
        }
        // end
    }

    private final RoomHarness duels = RoomHarness.of(new Duel());

    @Test
    void onlyEqualFilterValuesMeet() {
        HarnessClient ada = duels.join("plain", "mode", "sword", "name", "Ada");
        HarnessClient bob = duels.join("plain", "mode", "bow");
        HarnessClient eve = duels.join("plain", "mode", "sword");

        assertThat(eve.roomId()).isEqualTo(ada.roomId()).isNotEqualTo(bob.roomId());
        assertThatThrownBy(() -> duels.ask(Method.JOIN, "plain", Payload.map("mode", "axe"), null))
                .hasMessage("no rooms found with provided criteria");
    }

    @Test
    void fullestRoomComesFirstWhereTheTypeSaysSo() {
        duels.joinNew("plain", "mode", "sword");
        HarnessClient second = duels.joinNew("plain", "mode", "sword");
        duels.joinById(second.roomId());

        assertThat(duels.join("plain", "mode", "sword").roomId()).isEqualTo(second.roomId());
        assertThat(duels.join("plain", "mode", "sword").roomId()).isNotEqualTo(second.roomId());
    }

    @Test
    void lockedHiddenAndFullRoomsAreNotFoundByName() {
        RoomHarness harness = RoomHarness.of(new PlainRoom());
        HarnessClient ada = harness.join("plain");
        HarnessRoom room = harness.room(ada.roomId());

        room.run(Room::lock);
        assertThat(harness.join("plain").roomId()).isNotEqualTo(ada.roomId());
        assertThatThrownBy(() -> harness.ask(Method.JOIN_BY_ID, ada.roomId(), Payload.map(), null))
                .hasMessageContaining("is locked");
        room.run(Room::unlock);
        room.run(inside -> inside.byIdOnly(true));
        assertThat(harness.join("plain").roomId()).isNotEqualTo(ada.roomId());
        assertThat(harness.joinById(ada.roomId()).roomId()).isEqualTo(ada.roomId());
    }

    @Test
    void roomsAreFoundByWhatTheyTellAboutThemselves() throws Exception {
        RoomHarness harness = RoomHarness.of(new PlainRoom());
        HarnessRoom forest = harness.create("plain");
        HarnessRoom desert = harness.create("plain");
        forest.run(room -> room.metadata(Payload.map("map", "forest", "level", 3)));
        desert.run(room -> room.metadata(Payload.map("map", "desert", "level", 5)));

        // example: query
        List<RoomEntry> found = harness.matchmaking()
                .find(RoomQuery.open("plain").where("level", 3).sortedBy(Order.up("clients")))
                .toCompletableFuture()
                .get(1, TimeUnit.SECONDS);
        // end

        assertThat(found).extracting(RoomEntry::roomId).containsExactly(forest.id());
    }

    // example: calls
    static final class Bank extends PlainRoom {
        Bank() {
            super("bank");
        }

        @Override
        public Payload called(Room room, String method, Payload arguments) throws RefusedException {
            if (method.equals("withdraw") && arguments.whole("gold", 0, 1_000) <= 100) {
                return Payload.map("gold", arguments.field("gold"));
            }
            throw new RefusedException(RefusedException.APPLICATION_ERROR, "not that much");
        }
    }

    static final class Market extends PlainRoom {
        @Override
        public Messages messages() {
            return Messages.of()
                    .on(
                            "pay",
                            (room, seat, message) -> room.when(
                                    "paid",
                                    room.rooms()
                                            .call(
                                                    message.payload().text("bank", 64),
                                                    "withdraw",
                                                    message.payload(),
                                                    Duration.ofSeconds(2))))
                    .build();
        }

        @Override
        public void timer(Room room, Parcel due) {
            room.broadcast(due.kind(), due.payload());
        }
    }
    // end

    @Test
    void roomCallsARoomAndHearsTheAnswerOnItsOwnThread() {
        RoomHarness harness = RoomHarness.of(new Bank(), new Market());
        String bank = harness.create("bank").id();
        HarnessClient ada = harness.join("plain");

        ada.send("pay", "bank", bank, "gold", 50);
        ada.send("pay", "bank", bank, "gold", 500);
        ada.send("pay", "bank", "nowhere", "gold", 5);

        assertThat(ada.last("paid").field("gold")).isEqualTo(50L);
        assertThat(ada.messages("paid.failed"))
                .extracting(payload -> payload.field("message"))
                .containsExactly("not that much", "room \"nowhere\" not found");
    }

    static final class Village extends PlainRoom {
        Village(String name) {
            super(name);
        }

        // example: travel
        @Override
        public Messages messages() {
            return Messages.of()
                    .on(
                            "go",
                            (room, seat, message) -> seat.travel(
                                    message.payload().text("to", 64),
                                    Payload.map("gold", seat.data().field("gold"))))
                    .build();
        }

        @Override
        public void join(Room room, Seat seat, Payload options) {
            seat.data(Payload.map("gold", options.field("gold")));
        }
        // end

        @Override
        public void leave(Room room, Seat seat, boolean consented) {
            notes.add("%s left %s".formatted(seat.sessionId().length(), consented));
        }

        @Override
        public void timer(Room room, Parcel due) {
            room.broadcast(due.kind(), due.payload());
        }
    }

    @Test
    void playerTravelsUnderTheSameIdentityWithWhatItCarries() {
        Village home = new Village("home");
        RoomHarness harness = RoomHarness.of(home, new Village("away"));
        HarnessClient ada = harness.join("home", "gold", 12);
        HarnessRoom away = harness.create("away");

        ada.send("go", "to", away.id());
        Payload seat = ada.last("travel");
        HarnessClient there = harness.connect(
                new Reservation(
                        "away",
                        seat.text("roomId", 9),
                        seat.text("sessionId", 64),
                        seat.text("processId", 9),
                        null,
                        null),
                null);

        assertThat(there.joined()).isTrue();
        assertThat(there.sessionId()).isEqualTo(ada.sessionId());
        Payload carried = away.look(room -> room.seat(there.sessionId()).data());
        assertThat(carried).isEqualTo(Payload.map("gold", 12));
        assertThat(ada.closeCode()).isEqualTo(4000);
        assertThat(ada.closeReason()).isEqualTo("travelled");
        assertThat(home.notes).containsExactly("22 left true");
    }

    @Test
    void travelThatIsRefusedLeavesThePlayerWhereItIs() {
        RoomHarness harness = RoomHarness.of(new Village("home"));
        HarnessClient ada = harness.join("home");

        ada.send("go", "to", "nowhere");

        assertThat(ada.joined()).isTrue();
        assertThat(ada.last("travel.failed").field("message")).isEqualTo("room \"nowhere\" not found");
    }

    @Test
    void seatsAreReservedAllOrNone() {
        RoomHarness harness = RoomHarness.of(new Duel());
        HarnessRoom room = harness.create("plain");
        List<Guest> two = List.of(Guest.of(Payload.map()), new Guest("known", Payload.map(), Payload.NONE));

        // example: reserve
        List<Reservation> seats = harness.matchmaking()
                .reserve(room.id(), two)
                .toCompletableFuture()
                .join();
        // end

        assertThat(seats).hasSize(2);
        assertThat(seats.get(1).sessionId()).isEqualTo("known");
        assertThat(harness.matchmaking().reserve(room.id(), two).toCompletableFuture())
                .isCompletedExceptionally();
        boolean full = room.look(Room::full);
        assertThat(full).isFalse();
        assertThat(seats)
                .allSatisfy(
                        seat -> assertThat(harness.connect(seat, null).joined()).isTrue());
    }

    @Test
    void addressWithTooManyUnjoinedRoomsLosesTheOldestOrIsRefused() throws Exception {
        RoomHarness harness = RoomHarness.of(new PlainRoom());
        for (int i = 0; i < 1_000; i++) {
            harness.ask(Method.CREATE, "plain", Payload.map(), null);
        }
        assertThatThrownBy(() -> harness.ask(Method.CREATE, "plain", Payload.map(), null))
                .hasMessageContaining("rooms that nobody joined");
        harness.from("198.51.100.7").ask(Method.CREATE, "plain", Payload.map(), null);

        harness.from("192.0.2.1").advance(3_000);
        harness.ask(Method.CREATE, "plain", Payload.map(), null);

        assertThat(harness.rooms()).hasSize(1_001);
        harness.advance(16_000);
        assertThat(harness.rooms()).isEmpty();
    }
}
