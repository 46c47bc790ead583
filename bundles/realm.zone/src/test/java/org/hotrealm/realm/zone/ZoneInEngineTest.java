package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.testkit.HarnessClient;
import org.hotrealm.room.testkit.HarnessRoom;
import org.hotrealm.room.testkit.RoomHarness;
import org.junit.jupiter.api.Test;

/** The realm's room as the engine runs it, seen by clients. */
class ZoneInEngineTest {

    private static RealmZone zone() {
        return new Bench(Samples.with(Maps.field(40).build()).build()).zone;
    }

    @Test
    void twoPlayersSeeEachOtherWalkAndTheOneWhoComesBackIsWelcomedAgain() {
        RoomHarness harness = RoomHarness.seeded(7, zone());
        HarnessClient ada = harness.join("realm", "name", "Ada");
        HarnessClient bob = harness.join("realm", "name", "Bob");
        harness.advance(100);
        double before = x(bob, ada);

        ada.send("move", "x", 1, "y", 0, "seq", 1);
        harness.advance(1_000);
        assertThat(x(bob, ada)).isGreaterThan(before);
        bob.drop();
        harness.advance(1_000);
        assertThat(player(ada, bob).get("away")).isEqualTo(true);
        bob.reconnect();
        harness.advance(100);

        assertThat(bob.messages("welcome")).hasSize(2);
        assertThat(player(bob, ada).get("x")).isEqualTo(player(ada, ada).get("x"));
    }

    @Property(tries = 30)
    void sameSeedAndInputsGiveTheSameRealm(
            @ForAll long seed, @ForAll @Size(max = 30) List<@IntRange(max = 8) Integer> steps) {
        assertThat(play(seed, steps)).isEqualTo(play(seed, steps));
    }

    private static List<Long> play(long seed, List<Integer> steps) {
        RoomHarness harness = RoomHarness.seeded(seed, zone());
        HarnessClient ada = harness.join("realm", "name", "Ada");
        HarnessRoom room = harness.room(ada.roomId());
        List<Long> hashes = new ArrayList<>();
        int seq = 0;
        for (int step : steps) {
            ada.send("move", "x", step % 3 - 1, "y", step / 3 - 1, "seq", ++seq);
            hashes.add(room.tick(3).hash());
        }
        return hashes;
    }

    private static double x(HarnessClient viewer, HarnessClient who) {
        return ((Number) player(viewer, who).get("x")).doubleValue();
    }

    private static Map<?, ?> player(HarnessClient viewer, HarnessClient who) {
        return (Map<?, ?>) ((Map<?, ?>) viewer.state().get("players")).get(who.sessionId());
    }
}
