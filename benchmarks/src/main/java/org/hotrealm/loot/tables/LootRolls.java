package org.hotrealm.loot.tables;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.LootCondition;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.content.api.LootTable.BadLuck;
import org.hotrealm.content.api.LootTable.Entry;
import org.hotrealm.content.api.LootTable.Group;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.room.api.Randomness;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A monster's roll: one thing always, two plain groups, a choice by rarity among eight, a group protected against bad luck
 * with a nested table, conditions among them. In this package to reach the dice.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LootRolls {

    private static final Circumstances NOW = new Circumstances(5, "hero", 3, 1, false, 0);

    private long dropped;
    private final Rolls dice = new Rolls(
            new Kit(Sketch.field(9, 9))
                    .item("gold")
                    .item("ear")
                    .item("potion")
                    .item("blade")
                    .table(goblin())
                    .table(treasure())
                    .content(),
            NOW,
            Luck.counted(),
            new Numbers(),
            (item, quantity, table, roll) -> dropped += quantity);

    private static LootTable goblin() {
        LootCondition young = new LootCondition(new LootCondition.Range(1, 9), List.of(), null, null, null, null);
        return new LootTable(
                "goblin",
                List.of(item("gold", 1)),
                List.of(
                        new Group(0.5, List.of(item("ear", 3), item("potion", 2), item("blade", 1))),
                        new Group(0.22, List.of(item("ear", 3), new Entry("potion", "", 1, 1, 1, young))),
                        new Group(
                                "treasure",
                                0.03,
                                List.of(new Entry("", "treasure", 1, 1, 1)),
                                LootCondition.ALWAYS,
                                Map.of(),
                                new BadLuck(15, 0.01))));
    }

    private static LootTable treasure() {
        return new LootTable(
                "treasure",
                List.of(),
                List.of(new Group(
                        "",
                        1,
                        List.of(
                                item("gold", 1),
                                item("ear", 1),
                                item("potion", 1),
                                item("blade", 1),
                                item("gold", 2),
                                item("ear", 2),
                                item("potion", 2),
                                item("blade", 2)),
                        LootCondition.ALWAYS,
                        Map.of(ItemDef.Rarity.COMMON, 9.0, ItemDef.Rarity.EPIC, 1.0),
                        null)));
    }

    private static Entry item(String id, double weight) {
        return new Entry(id, "", weight, 1, 3);
    }

    @Benchmark
    public long goblinRoll() {
        dice.roll("goblin");
        return dropped;
    }

    @Benchmark
    public long rarityRoll() {
        dice.roll("treasure");
        return dropped;
    }

    private static final class Numbers implements Randomness {
        private final SplittableRandom random = new SplittableRandom(1);

        @Override
        public long nextLong() {
            return random.nextLong();
        }

        @Override
        public int nextInt(int bound) {
            return random.nextInt(bound);
        }

        @Override
        public double nextDouble() {
            return random.nextDouble();
        }
    }
}
