package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hotrealm.room.api.JoinRequest.Method;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Room;
import org.hotrealm.state.schema.StateObject;
import org.junit.jupiter.api.Test;

class EngineSwapTest {

    private final Bazaar bazaar = new Bazaar();
    private final RoomHarness harness = RoomHarness.of(bazaar);
    private final HarnessClient ada = harness.join("bazaar");
    private final HarnessRoom room = harness.room(ada.roomId());

    @Test
    void whatWasSentBeforeTheSwapIsAnsweredAfterIt() {
        room.tick(2);
        long request = ada.ask("haggle", Payload.NONE);
        harness.swapEngine();
        assertThat(ada.answer(request)).isNull();
        room.tick(3);
        assertThat(ada.answer(request)).isNotNull();
        assertThat(ada.swaps()).isEqualTo(1);
        assertThat(ada.closeCode()).isZero();
    }

    @Test
    void aSeatThatIsReservedIsTakenInTheNextEngine() throws Exception {
        Reservation seat = harness.ask(Method.JOIN_BY_ID, room.id(), Payload.map(), null);
        harness.swapEngine();
        HarnessClient bob = harness.connect(seat, null);
        room.tick(2);
        assertThat(bob.messages("hello")).hasSize(1);
        assertThat(bob.state()).isNotEmpty();
    }

    @Test
    void whoIsAwayComesBackToTheNextEngineWithinItsTime() {
        room.tick(2);
        ada.drop();
        room.tick(3);
        harness.swapEngine();
        ada.reconnect();
        room.tick(2);
        assertThat(ada.joined()).isTrue();
        ada.drop();
        harness.swapEngine();
        room.tick(9);
        assertThat(seats(room)).isZero();
    }

    @Test
    void aConnectionThatDoesNotComeBackIsLostAfterAWhile() {
        room.tick(2);
        Map<String, Parcel> parcels = harness.park();
        RoomHarness other = RoomHarness.of(new Bazaar()).take(parcels);
        assertThat(other.rooms().getFirst().clients()).isEqualTo(1);
        other.room(room.id()).tick(210);
        assertThat(other.rooms().getFirst().clients()).isZero();
    }

    @Test
    void whatCannotBeMadeAgainIsSaidBeforeAnythingIsTouched() {
        assertThat(harness.obstacles()).isEmpty();
        bazaar.restores = false;
        assertThat(harness.obstacles())
                .singleElement()
                .asString()
                .contains(room.id(), "bazaar", "History", "RoomType.restores");
        bazaar.restores = true;
        room.run(each -> each.attach(StringBuilder.class, new StringBuilder()));
        assertThat(harness.obstacles()).singleElement().asString().contains("StringBuilder", "no Parked");
        assertThat(ada.swaps()).isZero();
    }

    @Test
    void anAttachedPayloadIsDataAndIsThereAgainByItself() {
        room.run(each -> each.attach(Payload.class, Payload.map("hold", 7)));
        assertThat(harness.obstacles()).isEmpty();
        harness.swapEngine();
        Payload again = room.look(each -> each.attached(Payload.class));
        assertThat(again.whole("hold", 0, 9)).isEqualTo(7);
    }

    @Test
    void aRoomThatCannotBeParkedKeepsAllOthersGoing() {
        HarnessClient bob = harness.joinNew("bazaar");
        harness.room(bob.roomId()).run(each -> each.attach(StringBuilder.class, new StringBuilder()));
        room.tick(2);
        assertThatThrownBy(harness::park).hasMessageContaining("no Parked");
        ada.send("buy");
        bob.send("buy").input(1, (byte) 0x80, (byte) 7);
        room.tick(2);
        assertThat(ada.messages("bought")).hasSize(1);
        assertThat(bob.messages("bought")).hasSize(1);
        assertThat(bob.state()).isNotEmpty();
        assertThat(harness.rooms()).hasSize(2);
    }

    @Test
    void whereOneRoomCannotBeMadeAgainNoneIsAndTheOldEngineTakesAllBack() {
        room.tick(4);
        Map<String, Object> before = room.state();
        Map<String, Parcel> parcels = harness.park();
        bazaar.broken = true;
        assertThatThrownBy(() -> harness.take(parcels)).hasMessageContaining(room.id());
        assertThat(harness.rooms()).isEmpty();
        bazaar.broken = false;
        harness.take(parcels);
        assertThat(room.state()).isEqualTo(before);
        ada.send("buy");
        room.tick(2);
        assertThat(ada.messages("bought")).hasSize(1);
    }

    @Test
    void aNewerParcelIsRefusedAndItsBytesAreKept() {
        Map<String, Parcel> parcels = new LinkedHashMap<>(harness.park());
        Parcel parcel = parcels.get("room/" + room.id());
        parcels.put("room/" + room.id(), new Parcel(parcel.kind(), 99, parcel.bytes()));
        assertThatThrownBy(() -> harness.take(parcels))
                .hasMessageContaining("schema 99")
                .hasMessageContaining("untouched");
        parcels.put("room/" + room.id(), parcel);
        harness.take(parcels);
        assertThat(room.runs()).isTrue();
    }

    @Test
    void aDamagedParcelIsRefusedByTheNameOfItsField() {
        Map<String, Parcel> parcels = new LinkedHashMap<>(harness.park());
        Parcel parcel = parcels.get("room/" + room.id());
        Payload without = parcel.payload().with("seats", "none");
        parcels.put("room/" + room.id(), new Parcel(parcel.kind(), parcel.schema(), without.bytes()));
        assertThatThrownBy(() -> harness.take(parcels)).hasMessageContaining("'seats' is none");
    }

    /** The file is what the first version with parcels wrote: every later one reads it. */
    @Test
    void theRoomOfTheFirstSchemaGoesOn() throws IOException {
        byte[] kept;
        try (InputStream in = getClass().getResourceAsStream("room-1.parcel")) {
            kept = in.readAllBytes();
        }
        Fields first = new Fields(Payload.ofBytes(kept));
        RoomHarness later = RoomHarness.of(new Bazaar()).take(first.parcels());
        HarnessRoom again = later.room(later.rooms().getFirst().id());
        assertThat(again.info().tick()).isEqualTo(7);
        Payload metadata = again.look(Room::metadata);
        assertThat(metadata.has("last")).isTrue();
        assertThat(gongs(again)).isEqualTo(2);
        again.tick(2);
        assertThat(gongs(again)).isEqualTo(3);
        assertThat(seats(again)).isEqualTo(2);
    }

    private static int seats(HarnessRoom room) {
        return room.look(each -> each.seats().size());
    }

    private static int gongs(HarnessRoom room) {
        return room.look(each -> Bazaar.GONGS.get(state(each)));
    }

    private static StateObject state(Room room) {
        StateObject state = room.state();
        assertThat(state).isNotNull();
        return state;
    }

    /** Parcels in a file. */
    private record Fields(Payload file) {
        Map<String, Parcel> parcels() {
            Map<String, Parcel> all = new LinkedHashMap<>();
            for (Object each : file.items()) {
                Payload one = Payload.of(each);
                all.put(one.text("name", 99), new Parcel(one.text("kind", 99), (int) one.whole("schema", 1, 99), (byte
                                [])
                        one.field("bytes")));
            }
            return all;
        }
    }
}
