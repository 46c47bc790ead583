package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KeepingTest {

    private static final String TOKEN = "abcdefghijklmnopqrstuv-_";

    private final Bench bench = new Bench(Samples.with(Maps.field(30).build()).build());
    private final SlowStore store = new SlowStore();

    @BeforeEach
    void install() {
        bench.zone.store = store;
    }

    private FakeSeat join(String session, Object... options) throws RefusedException {
        FakeSeat seat = bench.room.sit(session);
        Payload given = Payload.map(options);
        seat.auth(bench.zone.admission().admit(new Visitor("room", session, given, Payload.NONE, null)));
        bench.zone.join(bench.room, seat, given);
        return seat;
    }

    private void leave(FakeSeat seat) {
        bench.zone.leave(bench.room, seat, true);
        bench.room.stand(seat.sessionId());
    }

    private static Object gold(FakeSeat seat) {
        Payload inventory = seat.sent("inventory").getLast();
        return ((Map<?, ?>) inventory.field("items")).get("gold");
    }

    @Test
    void whoHasNoTokenIsAGuestAndToldAtOnce() throws RefusedException {
        FakeSeat seat = join("s", "name", "Ada");
        assertThat(seat.sent("welcome").getFirst().field("progress")).isEqualTo("guest");
        bench.player(seat).give("gold", 5);
        bench.tick();
        assertThat(gold(seat)).isEqualTo(5L);
        assertThat(store.waiting).isEmpty();
    }

    @Test
    void nothingIsToldBeforeItIsOnTheDisk() throws RefusedException {
        FakeSeat seat = join("s", "name", "Ada", "token", TOKEN);
        assertThat(seat.sent("welcome").getFirst().field("progress")).isEqualTo("stored");
        Player player = bench.player(seat);
        player.give("gold", 5);
        player.gain(150);
        bench.tick(5);
        assertThat(gold(seat)).isNull();
        assertThat(player.ledger().told().level()).isEqualTo(1);
        store.sync();
        bench.tick();
        assertThat(gold(seat)).isEqualTo(5L);
        assertThat(player.ledger().told().level()).isEqualTo(2);
    }

    @Test
    void whatIsEarnedWhileTheStoreWritesIsToldWithTheNextWrite() throws RefusedException {
        FakeSeat seat = join("s", "token", TOKEN);
        Player player = bench.player(seat);
        player.give("gold", 1);
        bench.tick();
        store.sync();
        player.give("gold", 1);
        bench.tick();
        assertThat(gold(seat)).isEqualTo(1L);
        store.sync();
        bench.tick();
        assertThat(gold(seat)).isEqualTo(2L);
    }

    @Test
    void whoComesBackHasWhatWasStoredAndItsName() throws RefusedException {
        FakeSeat seat = join("s", "name", "Ada", "token", TOKEN);
        bench.player(seat).give("gold", 7);
        bench.tick();
        leave(seat);
        store.sync();
        FakeSeat again = join("t", "token", TOKEN);
        assertThat(gold(again)).isEqualTo(7L);
        assertThat(bench.player(again).name()).isEqualTo("Ada");
    }

    @Test
    void whatIsEarnedInTheVeryLastTickIsHandedOver() throws RefusedException {
        FakeSeat seat = join("s", "token", TOKEN);
        bench.tick();
        bench.player(seat).give("gold", 3);
        leave(seat);
        assertThat(store.waiting.values()).extracting(p -> p.gold()).containsExactly(3L);
    }

    @Test
    void storeOfTheNodeThatARoomLeavesGetsTheLastWordAndTheNextOneIsHandedEverything() throws RefusedException {
        FakeSeat seat = join("s", "token", TOKEN);
        bench.tick();
        bench.player(seat).give("gold", 3);

        bench.zone.moving(bench.room);

        assertThat(store.waiting.values()).extracting(p -> p.gold()).containsExactly(3L);
        assertThat(store.durable("s")).isEqualTo(SlowStore.UNKNOWN);
        SlowStore next = new SlowStore();
        bench.zone.store = next;
        bench.tick();
        next.sync();
        bench.tick();
        assertThat(next.disk.values()).extracting(p -> p.gold()).containsExactly(3L);
        assertThat(gold(seat)).isEqualTo(3L);
    }

    @Test
    void roomThatStaysAfterAllHandsItsPlayersOverAgain() throws RefusedException {
        FakeSeat seat = join("s", "token", TOKEN);
        bench.zone.moving(bench.room);
        bench.player(seat).give("gold", 3);

        bench.tick();

        assertThat(store.durable("s")).isNotEqualTo(SlowStore.UNKNOWN);
        assertThatThrownBy(() -> join("t", "token", TOKEN)).hasMessageContaining("playing already");
    }

    @Test
    void oneTokenPlaysOnceAndWhoIsAwayGivesWay() throws RefusedException {
        FakeSeat seat = join("s", "token", TOKEN);
        assertThatThrownBy(() -> join("t", "token", TOKEN)).hasMessageContaining("playing already");
        bench.zone.drop(bench.room, seat);
        seat.connected(false);
        assertThat(store.away).containsExactly("s");
        store.wanted.add("s");
        bench.tick();
        assertThat(seat.released()).isTrue();
        bench.zone.reconnect(bench.room, seat);
        assertThat(store.away).isEmpty();
    }

    @Test
    void aTokenThatIsNoneIsRefusedInWords() {
        assertThatThrownBy(() -> join("s", "token", "short"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("22 to 64 characters");
        assertThatThrownBy(() -> join("s", "token", TOKEN, "heroClass", "wizzard"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("wizzard");
    }

    @Test
    void withoutAStoreOrAnAvailableOneEverybodyIsAGuestAndToldWhy() throws RefusedException {
        store.unavailable = true;
        FakeSeat seat = join("s", "token", TOKEN);
        assertThat(seat.sent("welcome").getFirst().field("progress")).isEqualTo("guest");
        assertThat(seat.sent("welcome").getFirst().field("progressReason"))
                .isEqualTo("what you earn cannot be stored just now");
        bench.zone.store = null;
        assertThat(join("t", "token", TOKEN).sent("welcome").getFirst().field("progressReason"))
                .isEqualTo("nothing is stored on this server");
    }

    @Test
    void storingThatTakesLongIsToldAndItsEndToo() throws RefusedException {
        FakeSeat seat = join("s", "token", TOKEN);
        bench.player(seat).give("gold", 1);
        bench.tick(45);
        assertThat(seat.sent("progress")).extracting(p -> p.field("stored")).containsExactly(false);
        store.sync();
        bench.tick(2);
        assertThat(seat.sent("progress")).extracting(p -> p.field("stored")).containsExactly(false, true);
    }

    @Test
    void anotherStoreInItsPlaceIsHandedEverythingAgain() throws RefusedException {
        FakeSeat seat = join("s", "token", TOKEN);
        bench.player(seat).give("gold", 4);
        bench.tick();
        SlowStore other = new SlowStore();
        bench.zone.store = other;
        bench.tick();
        other.sync();
        bench.tick();
        assertThat(gold(seat)).isEqualTo(4L);
    }

    @Test
    void whoseCharacterWasTakenElsewhereIsSentAway() throws RefusedException {
        FakeSeat seat = join("s", "token", TOKEN);
        store.lost = true;
        bench.tick();
        assertThat(seat.closed()).isEqualTo(4000);
    }
}
