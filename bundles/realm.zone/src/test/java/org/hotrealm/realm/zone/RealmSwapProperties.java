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
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.testkit.HarnessClient;
import org.hotrealm.room.testkit.HarnessRoom;
import org.hotrealm.room.testkit.RoomHarness;
import org.hotrealm.skill.book.SkillBook;

/** A realm whose engine, and with it the world, is made anew out of bytes while people fight in it. */
class RealmSwapProperties {

    /** The shipped realm, with two players among goblins and wolves of their own. */
    private static final class Fight {
        final RoomHarness harness;
        final HarnessRoom room;
        final List<HarnessClient> players = new ArrayList<>();
        private int seq;

        Fight(long seed) {
            RealmZone zone = new Bench(ShippedContent.read()).zone;
            harness = RoomHarness.seeded(seed, zone, new MonsterAi(), new SkillBook());
            players.add(harness.join("realm", "name", "Ada", "heroClass", "warrior"));
            room = harness.room(players.getFirst().roomId());
            players.add(harness.joinById(room.id(), "name", "Bob", "heroClass", "mage"));
            room.run(each -> {
                World world = each.attached(World.class);
                double x = world.players().getFirst().x();
                double y = world.players().getFirst().y();
                world.addMonster("wolf", x + 20, y);
                world.addMonster("goblin", x + 21, y);
                world.players()
                        .forEach(player -> world.place(
                                player,
                                world.monsters().getLast().x(),
                                world.monsters().getLast().y()));
            });
            room.tick(2);
        }

        void act(int step) {
            HarnessClient player = players.get(step % 2);
            int what = step / 2;
            if (what < 9) {
                player.send("move", "x", what % 3 - 1, "y", what / 3 - 1, "seq", ++seq);
            } else if (what == 9) {
                player.drop().reconnect();
            } else {
                int target = nearest(player);
                player.send("use", "skill", skill(player), "target", target);
            }
            room.tick(1 + step % 3);
        }

        private int nearest(HarnessClient of) {
            return room.look(each -> {
                World world = each.attached(World.class);
                var self = world.player(of.sessionId());
                int best = 0;
                double least = Double.MAX_VALUE;
                for (Monster monster : world.monsters()) {
                    if (monster.alive() && monster.distance(self) < least) {
                        least = monster.distance(self);
                        best = monster.id();
                    }
                }
                return best;
            });
        }

        private String skill(HarnessClient of) {
            return room.look(each -> {
                List<String> skills =
                        each.attached(World.class).player(of.sessionId()).skills();
                return skills.get(seq % skills.size());
            });
        }

        long digest() {
            return room.look(each -> each.attached(World.class).digest());
        }

        List<Object> seen() {
            List<Object> seen = new ArrayList<>();
            for (HarnessClient player : players) {
                seen.add(player.messages());
                seen.add(player.state());
            }
            return seen;
        }
    }

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
