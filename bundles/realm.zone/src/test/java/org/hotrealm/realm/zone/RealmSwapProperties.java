package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hotrealm.content.files.ShippedContent;
import org.hotrealm.monster.ai.MonsterAi;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.testkit.HarnessClient;
import org.hotrealm.room.testkit.HarnessRoom;
import org.hotrealm.room.testkit.RoomHarness;
import org.hotrealm.skill.book.SkillBook;

/** A realm whose engine, and with it the world, is made anew out of bytes while people fight in it. */
class RealmSwapProperties {

    @Property(tries = 25)
    void nobodyInTheRealmSeesWhetherItWasSwapped(
            @ForAll long seed,
            @ForAll @Size(min = 10, max = 60) List<@IntRange(max = 29) Integer> script,
            @ForAll @Size(max = 8) Set<@IntRange(max = 60) Integer> swaps) {
        Fight without = new Fight(seed);
        Fight with = new Fight(seed);
        for (int i = 0; i < script.size(); i++) {
            if (swaps.contains(i)) {
                long before = with.digest();
                with.harness.swapEngine();
                assertThat(with.digest()).isEqualTo(before);
            }
            without.act(script.get(i));
            with.act(script.get(i));
            assertThat(with.digest()).isEqualTo(without.digest());
        }
        assertThat(with.seen()).isEqualTo(without.seen());
    }

    @Property(tries = 15)
    void theSameParcelAndTheSameInputsGiveTheSameRealm(
            @ForAll @Size(max = 20) List<@IntRange(max = 29) Integer> before,
            @ForAll @Size(min = 5, max = 30) List<@IntRange(max = 8) Integer> after) {
        Fight first = new Fight(3);
        before.forEach(first::act);
        Map<String, Parcel> parcels = first.harness.park();
        assertThat(later(parcels, after)).isEqualTo(later(parcels, after));
    }

    private static List<Object> later(Map<String, Parcel> parcels, List<Integer> script) {
        RealmZone zone = new Bench(ShippedContent.read()).zone;
        RoomHarness harness = RoomHarness.seeded(9, zone, new MonsterAi(), new SkillBook());
        HarnessRoom room = harness.take(parcels).room(harness.rooms().getFirst().id());
        HarnessClient eve = harness.joinById(room.id(), "name", "Eve");
        List<Object> seen = new ArrayList<>();
        int seq = 0;
        for (int step : script) {
            eve.send("move", Payload.map("x", step % 3 - 1, "y", step / 3 - 1, "seq", ++seq));
            room.tick(2);
            seen.add(room.<Long>look(each -> each.attached(World.class).digest()));
        }
        Map<String, Parcel> again = new TreeMap<>(harness.park());
        again.remove("engine");
        seen.add(again);
        return seen;
    }
}
