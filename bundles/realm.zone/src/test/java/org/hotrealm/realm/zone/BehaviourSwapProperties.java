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
import org.hotrealm.loot.tables.LootTables;
import org.hotrealm.monster.ai.MonsterAi;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.testkit.HarnessClient;
import org.hotrealm.skill.book.SkillBook;

/** A realm whose behaviours are each replaced by the same code of another version, between any two ticks of a fight. */
class BehaviourSwapProperties {

    private static final int KINDS = 4;

    /** The behaviours in force, and how many of each there were. */
    private static final class Versions {
        final Behaviour[] now = new Behaviour[KINDS];
        final Fight fight;
        private int minor;

        Versions(long seed) {
            for (int kind = 0; kind < KINDS; kind++) {
                now[kind] = fresh(kind);
            }
            fight = new Fight(seed, now);
        }

        private static Behaviour fresh(int kind) {
            return switch (kind) {
                case 0 -> Again.of(MonsterAi.class);
                case 1 -> Again.of(SkillBook.class);
                case 2 -> Again.of(LootTables.class, "1.0.0", List.of());
                default -> new Bench(ShippedContent.read()).zone;
            };
        }

        /** Beside, over at the next tick's edge, and the old one away, as a swap does it. */
        void swap(int kind) {
            Behaviour next = fresh(kind);
            fight.harness.rebind(fight.harness.add(next, "1.%d.0".formatted(++minor)));
            fight.harness.remove(now[kind]);
            now[kind] = next;
        }

        long versions() {
            return fight.room.info().pins().stream()
                    .filter(pin -> !pin.version().equals("1.0.0"))
                    .count();
        }
    }

    @Property(tries = 25)
    void nobodyInTheRealmSeesWhetherItsBehavioursWereSwapped(
            @ForAll long seed,
            @ForAll @Size(min = 10, max = 60) List<@IntRange(max = 29) Integer> script,
            @ForAll @Size(min = 1, max = 8) Set<@IntRange(max = 9) Integer> swaps) {
        Versions without = new Versions(seed);
        Versions with = new Versions(seed);
        for (int i = 0; i < script.size(); i++) {
            if (swaps.contains(i % 10)) {
                with.swap(i % KINDS);
            }
            without.fight.act(script.get(i));
            with.fight.act(script.get(i));
            assertThat(digest(with.fight)).as("after step " + i).isEqualTo(digest(without.fight));
        }
        assertThat(with.versions()).as("behaviours that were swapped").isPositive();
        assertThat(with.fight.room.info().failures()).isZero();
        assertThat(seen(with.fight)).isEqualTo(seen(without.fight));
    }

    /** Of everything in the world but the versions themselves; the zone writes them down again at its next tick. */
    private static long digest(Fight fight) {
        return fight.room.look(room -> {
            World world = room.attached(World.class);
            world.versions(Map.of());
            return world.digest();
        });
    }

    /** All but the versions themselves, which clients are told. */
    private static List<Object> seen(Fight fight) {
        List<Object> seen = new ArrayList<>();
        for (HarnessClient player : fight.players) {
            List<Message> messages = new ArrayList<>(player.messages());
            messages.removeIf(message -> message.type().equals("system"));
            seen.add(messages);
            Map<String, Object> state = new TreeMap<>(player.state());
            state.remove("versions");
            seen.add(state);
        }
        World world = fight.room.look(each -> each.attached(World.class));
        seen.add(world.tick().number());
        return seen;
    }
}
