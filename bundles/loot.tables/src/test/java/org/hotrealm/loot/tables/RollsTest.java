package org.hotrealm.loot.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.ItemDef.Rarity;
import org.hotrealm.content.api.LootCondition;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.content.api.LootTable.BadLuck;
import org.hotrealm.content.api.LootTable.Entry;
import org.hotrealm.content.api.LootTable.Group;
import org.hotrealm.loot.api.LootRule.Roll;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.testkit.FakeRandom;
import org.junit.jupiter.api.Test;

class RollsTest {

    private static final int MANY = 1_000_000;
    private static final Circumstances NOW = new Circumstances(5, "hero", 3, 1, false, 0);

    private static final LootTable TREASURE = new LootTable(
            "treasure", List.of(), List.of(new Group(1, List.of(item("blade", 97, 1, 1), item("ember", 3, 1, 1)))));
    private static final LootTable GOBLIN = new LootTable(
            "goblin",
            List.of(item("gold", 1, 2, 8)),
            List.of(
                    new Group(0.5, List.of(item("ear", 3, 1, 1), item("potion", 2, 1, 1))),
                    new Group(0.02, List.of(table("treasure", 1, 1)))));

    private static Entry item(String id, double weight, int least, int most) {
        return new Entry(id, "", weight, least, most);
    }

    private static Entry item(String id, LootCondition when) {
        return new Entry(id, "", 1, 1, 1, when);
    }

    private static Entry table(String id, int least, int most) {
        return new Entry("", id, 1, least, most);
    }

    private static ContentSet with(LootTable... tables) {
        Kit kit = new Kit(Sketch.field(9, 9));
        for (LootTable table : tables) {
            kit.table(table);
        }
        return kit.content();
    }

    private static List<Roll> roll(ContentSet content, String table, Circumstances now, Luck luck, FakeRandom random) {
        List<Roll> rolled = new ArrayList<>();
        new Rolls(
                        content,
                        now,
                        luck,
                        random,
                        (item, quantity, from, roll) -> rolled.add(new Roll(item, quantity, from, roll)))
                .roll(table);
        return rolled;
    }

    private static List<Roll> roll(ContentSet content, String table, FakeRandom random) {
        return roll(content, table, NOW, Luck.NONE, random);
    }

    @Test
    void millionRollsComeToTheDeclaredOddsWithinATenthOfAPoint() {
        Map<String, Trial.Counted> counted = Trial.run(with(GOBLIN, TREASURE), "goblin", NOW, MANY, 20261122);
        assertThat(percent(counted, "gold")).isEqualTo(100);
        assertThat(percent(counted, "ear")).isCloseTo(30, Offset.offset(0.1));
        assertThat(percent(counted, "potion")).isCloseTo(20, Offset.offset(0.1));
        assertThat(percent(counted, "blade")).isCloseTo(1.94, Offset.offset(0.1));
        assertThat(percent(counted, "ember")).isCloseTo(0.06, Offset.offset(0.02));
        assertThat(counted.get("gold").quantity / (double) MANY).isCloseTo(5, Offset.offset(0.01));
    }

    private static double percent(Map<String, Trial.Counted> counted, String item) {
        return counted.containsKey(item) ? 100.0 * counted.get(item).rolls / MANY : 0;
    }

    /** Seven quantities, six degrees of freedom: 22.5 is passed by chance once in a thousand. */
    @Test
    void quantitiesAreSpreadEvenlyOverTheirRange() {
        FakeRandom random = new FakeRandom(7);
        ContentSet content = with(GOBLIN, TREASURE);
        int[] counts = new int[9];
        for (int i = 0; i < 70_000; i++) {
            counts[roll(content, "goblin", random).getFirst().quantity()]++;
        }
        double chiSquare = 0;
        for (int quantity = 2; quantity <= 8; quantity++) {
            chiSquare += Math.pow(counts[quantity] - 10_000, 2) / 10_000;
        }
        assertThat(chiSquare).isLessThan(22.5);
        assertThat(counts[0] + counts[1]).isZero();
    }

    @Test
    void guaranteedThingsAreNotedWithARollOfOneAndOthersBelow() {
        FakeRandom random = new FakeRandom(1);
        ContentSet content = with(GOBLIN, TREASURE);
        for (int i = 0; i < 1000; i++) {
            assertThat(roll(content, "goblin", random))
                    .allSatisfy(roll ->
                            assertThat(roll.roll() == 1).isEqualTo(roll.item().equals("gold")))
                    .allSatisfy(roll -> assertThat(roll.roll()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void nestedTableIsNamedAsTheOriginAndRolledAsOftenAsItsQuantity() {
        ContentSet content = with(new LootTable("boss", List.of(table("treasure", 3, 3)), List.of()), TREASURE);
        assertThat(roll(content, "boss", new FakeRandom(4)))
                .hasSize(3)
                .extracting(Roll::table)
                .containsOnly("treasure");
    }

    @Test
    void tableThatHoldsItselfEndsAndUnknownOnesGiveNothing() {
        ContentSet content =
                with(new LootTable("snake", List.of(item("skin", 1, 1, 1), table("snake", 1, 1)), List.of()));
        assertThat(roll(content, "snake", new FakeRandom(4))).hasSizeBetween(2, 50);
        assertThat(roll(content, "dragon", new FakeRandom(4))).isEmpty();
    }

    @Test
    void sameSeedRollsTheSame() {
        ContentSet content = with(GOBLIN, TREASURE);
        assertThat(roll(content, "goblin", new FakeRandom(99))).isEqualTo(roll(content, "goblin", new FakeRandom(99)));
    }

    @Property(tries = 200)
    void entriesOfAGroupExcludeEachOtherAndThoseOfNoWeightNeverDrop(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int weight) {
        LootTable table = new LootTable(
                "t",
                List.of(),
                List.of(new Group(1, List.of(item("a", weight, 1, 1), item("never", 0, 1, 1), item("b", 1, 1, 1)))));
        assertThat(roll(with(table), "t", new FakeRandom(seed)))
                .hasSize(1)
                .noneMatch(roll -> roll.item().equals("never"));
    }

    @Test
    void everyConditionIsJudgedByTheCircumstances() {
        LootCondition.Range low = new LootCondition.Range(1, 4);
        LootCondition.Range some = new LootCondition.Range(2, 9);
        LootTable table = new LootTable(
                "t",
                List.of(
                        item("novice", new LootCondition(low, List.of(), null, null, null, null)),
                        item("mage", new LootCondition(null, List.of("mage"), null, null, null, null)),
                        item("strong", new LootCondition(null, List.of(), some, null, null, null)),
                        item("crowd", new LootCondition(null, List.of(), null, some, null, null)),
                        item("first", new LootCondition(null, List.of(), null, null, true, null)),
                        item("later", new LootCondition(null, List.of(), null, null, false, null)),
                        item(
                                "night",
                                new LootCondition(
                                        null, List.of(), null, null, null, new LootCondition.Span(100, 80, 20)))),
                List.of());
        ContentSet content = with(table);
        assertThat(names(content, new Circumstances(5, "hero", 1, 1, false, 50)))
                .containsExactly("later");
        assertThat(names(content, new Circumstances(4, "mage", 2, 2, true, 190)))
                .containsExactly("novice", "mage", "strong", "crowd", "first", "night");
        assertThat(names(content, new Circumstances(0, "", 10, 0, false, 119))).containsExactly("later", "night");
        assertThat(names(content, new Circumstances(0, "", 10, 0, false, 120))).containsExactly("later");
    }

    private static List<String> names(ContentSet content, Circumstances now) {
        return roll(content, "t", now, Luck.NONE, new FakeRandom(3)).stream()
                .map(Roll::item)
                .toList();
    }

    @Test
    void groupOfWhichNothingCanBeChosenIsNoMiss() {
        LootCondition mages = new LootCondition(null, List.of("mage"), null, null, null, null);
        LootTable table = new LootTable(
                "t",
                List.of(),
                List.of(new Group(
                        "g", 0.1, List.of(item("wand", mages)), LootCondition.ALWAYS, Map.of(), new BadLuck(0, 0.1))));
        Luck luck = Luck.counted();
        roll(with(table), "t", NOW, luck, new FakeRandom(1));
        assertThat(luck.misses("t/g")).isZero();
    }

    @Test
    void badLuckEndsAtTheLatestWhenTheChanceHasGrownToOne() {
        LootTable table = new LootTable("t", List.of(), List.of(protectedGroup(0.01, 5, 0.1)));
        ContentSet content = with(table);
        FakeRandom random = new FakeRandom(5);
        Luck luck = Luck.counted();
        int dry = 0;
        int longest = 0;
        for (int i = 0; i < 100_000; i++) {
            dry = roll(content, "t", NOW, luck, random).isEmpty() ? dry + 1 : 0;
            assertThat(luck.misses("t/rare")).isEqualTo(dry);
            longest = Math.max(longest, dry);
        }
        assertThat(longest).isBetween(10, 15);
    }

    private static Group protectedGroup(double chance, int after, double step) {
        return new Group(
                "rare",
                chance,
                List.of(item("ring", 1, 1, 1)),
                LootCondition.ALWAYS,
                Map.of(),
                new BadLuck(after, step));
    }

    @Property(tries = 12)
    void declaredOddsOfAProtectedGroupAreThoseOfManyRolls(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double chance,
            @ForAll @IntRange(min = 0, max = 20) int after,
            @ForAll @DoubleRange(min = 0.01, max = 0.3) double step) {
        ContentSet content = with(new LootTable("t", List.of(), List.of(protectedGroup(chance, after, step))));
        double declared = new Odds(content, NOW).of("t").get("ring").chance();
        assertThat(declared).isBetween(chance, 1.0);
        long rolled = Trial.run(content, "t", NOW, 200_000, 1).get("ring").rolls;
        assertThat(100.0 * rolled / 200_000).isCloseTo(100 * declared, Offset.offset(0.6));
    }

    /** By hand: p(0) = 1/2, p(1) = 3/4, p(2) = 1: 1 + 1/2 + 1/8 tries a drop. */
    @Test
    void oddsOfAProtectedGroupAreReckonedExactly() {
        ContentSet content = with(new LootTable("t", List.of(), List.of(protectedGroup(0.5, 0, 0.25))));
        assertThat(new Odds(content, NOW).of("t").get("ring").chance()).isCloseTo(1 / 1.625, Offset.offset(1e-12));
    }

    @Test
    void rarityIsChosenFirstAndThenAnItemOfIt() {
        LootTable table = new LootTable(
                "t",
                List.of(),
                List.of(new Group(
                        "",
                        1,
                        List.of(item("a", 1, 1, 1), item("b", 3, 1, 1), item("gem", 100, 1, 1), item("lost", 1, 1, 1)),
                        LootCondition.ALWAYS,
                        Map.of(Rarity.COMMON, 80.0, Rarity.EPIC, 20.0, Rarity.LEGENDARY, 500.0),
                        null)));
        ContentSet base = with(table);
        Map<String, ItemDef> items = new HashMap<>();
        for (String id : List.of("a", "b", "gem")) {
            Rarity rarity = id.equals("gem") ? Rarity.EPIC : Rarity.COMMON;
            items.put(id, new ItemDef(id, id, ItemDef.Kind.MATERIAL, rarity, 1, Map.of()));
        }
        items.put("lost", new ItemDef("lost", "lost", ItemDef.Kind.MATERIAL, Rarity.RARE, 1, Map.of()));
        ContentSet content =
                new ContentSet(1, base.realm(), base.monsters(), base.skills(), base.tables(), items, base.zones());
        Map<String, Odds.Of> odds = new Odds(content, NOW).of("t");
        assertThat(odds.get("a").chance()).isCloseTo(0.2, Offset.offset(1e-12));
        assertThat(odds.get("b").chance()).isCloseTo(0.6, Offset.offset(1e-12));
        assertThat(odds.get("gem").chance()).isCloseTo(0.2, Offset.offset(1e-12));
        assertThat(odds.get("lost").chance()).isZero();
        Map<String, Trial.Counted> counted = Trial.run(content, "t", NOW, MANY, 3);
        assertThat(percent(counted, "b")).isCloseTo(60, Offset.offset(0.15));
        assertThat(percent(counted, "gem")).isCloseTo(20, Offset.offset(0.15));
        assertThat(counted).doesNotContainKey("lost");
    }

    @Test
    void oddsOfSeveralWaysToOneItemAreThoseOfAnyOfThem() {
        LootTable boss = new LootTable(
                "boss", List.of(table("half", 2, 3)), List.of(new Group(0.5, List.of(item("coin", 1, 1, 3)))));
        LootTable half = new LootTable("half", List.of(), List.of(new Group(0.5, List.of(item("coin", 1, 2, 2)))));
        Odds.Of odds = new Odds(with(boss, half), NOW).of("boss").get("coin");
        assertThat(odds.chance()).isCloseTo(1 - 0.5 * (0.25 + 0.125) / 2, Offset.offset(1e-12));
        assertThat(odds.quantity()).isCloseTo(0.5 * 2 + 2.5 * 0.5 * 2, Offset.offset(1e-12));
    }
}
