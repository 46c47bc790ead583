package org.hotrealm.loot.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.content.api.LootTable.Entry;
import org.hotrealm.content.api.LootTable.Group;
import org.hotrealm.loot.api.LootRule.Roll;
import org.hotrealm.realm.testkit.FakeRandom;
import org.junit.jupiter.api.Test;

class RollsTest {

    private static final int MANY = 1_000_000;

    private static final Map<String, LootTable> TABLES = Map.of(
            "goblin",
            new LootTable(
                    "goblin",
                    List.of(item("gold", 1, 2, 8)),
                    List.of(
                            new Group(0.5, List.of(item("ear", 3, 1, 1), item("potion", 2, 1, 1))),
                            new Group(0.02, List.of(table("treasure", 1, 1))))),
            "treasure",
            new LootTable(
                    "treasure",
                    List.of(),
                    List.of(new Group(1, List.of(item("blade", 97, 1, 1), item("ember", 3, 1, 1))))));

    private static Entry item(String id, double weight, int least, int most) {
        return new Entry(id, "", weight, least, most);
    }

    private static Entry table(String id, int least, int most) {
        return new Entry("", id, 1, least, most);
    }

    @Test
    void millionRollsComeToTheDeclaredOddsWithinATenthOfAPoint() {
        FakeRandom random = new FakeRandom(20261122);
        Map<String, Integer> dropped = new HashMap<>();
        long gold = 0;
        for (int i = 0; i < MANY; i++) {
            for (Roll roll : Rolls.of(TABLES, "goblin", random)) {
                dropped.merge(roll.item(), 1, Integer::sum);
                gold += roll.item().equals("gold") ? roll.quantity() : 0;
            }
        }
        assertThat(percent(dropped, "gold")).isEqualTo(100);
        assertThat(percent(dropped, "ear")).isCloseTo(30, Offset.offset(0.1));
        assertThat(percent(dropped, "potion")).isCloseTo(20, Offset.offset(0.1));
        assertThat(percent(dropped, "blade")).isCloseTo(1.94, Offset.offset(0.1));
        assertThat(percent(dropped, "ember")).isCloseTo(0.06, Offset.offset(0.02));
        assertThat(gold / (double) MANY).isCloseTo(5, Offset.offset(0.01));
    }

    private static double percent(Map<String, Integer> dropped, String item) {
        return 100.0 * dropped.getOrDefault(item, 0) / MANY;
    }

    /** Seven quantities, six degrees of freedom: 22.5 is passed by chance once in a thousand. */
    @Test
    void quantitiesAreSpreadEvenlyOverTheirRange() {
        FakeRandom random = new FakeRandom(7);
        int[] counts = new int[9];
        for (int i = 0; i < 70_000; i++) {
            counts[Rolls.of(TABLES, "goblin", random).getFirst().quantity()]++;
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
        for (int i = 0; i < 1000; i++) {
            assertThat(Rolls.of(TABLES, "goblin", random))
                    .allSatisfy(roll ->
                            assertThat(roll.roll() == 1).isEqualTo(roll.item().equals("gold")))
                    .allSatisfy(roll -> assertThat(roll.roll()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void nestedTableIsNamedAsTheOriginAndRolledAsOftenAsItsQuantity() {
        Map<String, LootTable> tables = Map.of(
                "boss",
                new LootTable("boss", List.of(table("treasure", 3, 3)), List.of()),
                "treasure",
                TABLES.get("treasure"));
        assertThat(Rolls.of(tables, "boss", new FakeRandom(4)))
                .hasSize(3)
                .extracting(Roll::table)
                .containsOnly("treasure");
    }

    @Test
    void tableThatHoldsItselfEndsAndUnknownOnesGiveNothing() {
        Map<String, LootTable> tables = Map.of(
                "snake", new LootTable("snake", List.of(item("skin", 1, 1, 1), table("snake", 1, 1)), List.of()));
        assertThat(Rolls.of(tables, "snake", new FakeRandom(4))).hasSizeBetween(2, 50);
        assertThat(Rolls.of(tables, "dragon", new FakeRandom(4))).isEmpty();
    }

    @Test
    void sameSeedRollsTheSame() {
        assertThat(Rolls.of(TABLES, "goblin", new FakeRandom(99)))
                .isEqualTo(Rolls.of(TABLES, "goblin", new FakeRandom(99)));
    }

    @Property(tries = 200)
    void entriesOfAGroupExcludeEachOtherAndThoseOfNoWeightNeverDrop(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int weight) {
        LootTable table = new LootTable(
                "t",
                List.of(),
                List.of(new Group(1, List.of(item("a", weight, 1, 1), item("never", 0, 1, 1), item("b", 1, 1, 1)))));
        assertThat(Rolls.of(Map.of("t", table), "t", new FakeRandom(seed)))
                .hasSize(1)
                .noneMatch(roll -> roll.item().equals("never"));
    }
}
