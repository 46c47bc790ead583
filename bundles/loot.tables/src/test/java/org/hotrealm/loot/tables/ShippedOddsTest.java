package org.hotrealm.loot.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.files.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped table against a million seeded rolls, for a warrior of low level, a mage of high level among others at
 * night, and somebody's first kill. The seeds are fixed, so that a table that is held once is held always.
 */
class ShippedOddsTest {

    private static final ContentSet CONTENT = Shipped.content();
    private static final int MANY = 1_000_000;

    private static final List<Circumstances> ALL = List.of(
            new Circumstances(2, "warrior", 3, 1, false, 600),
            new Circumstances(9, "mage", 3, 4, false, 1_000),
            new Circumstances(1, "mage", 3, 1, true, 0));

    static Stream<Arguments> tables() {
        return new TreeSet<>(CONTENT.tables().keySet())
                .stream().flatMap(table -> ALL.stream().map(now -> Arguments.of(table, now)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void millionRollsComeToTheDeclaredOddsWithinATenthOfAPoint(String table, Circumstances now) {
        Map<String, Odds.Of> declared = new Odds(CONTENT, now).of(table);
        Map<String, Trial.Counted> counted = Trial.run(CONTENT, table, now, MANY, 20261123);
        assertThat(declared.keySet()).containsAll(counted.keySet());
        declared.forEach((item, odds) -> {
            Trial.Counted of = counted.get(item);
            double percent = of == null ? 0 : 100.0 * of.rolls / MANY;
            assertThat(percent).as("%s of %s in %%", item, table).isCloseTo(100 * odds.chance(), Offset.offset(0.1));
            double each = of == null ? 0 : (double) of.quantity / MANY;
            double allowed = 0.001 + odds.quantity() * 0.01;
            assertThat(each).as("%s of %s a roll", item, table).isCloseTo(odds.quantity(), Offset.offset(allowed));
        });
    }

    @Test
    void everybodyFindsSomethingOfHisClassWithTheFirstGoblin() {
        Odds novice = new Odds(CONTENT, new Circumstances(1, "warrior", 2, 1, true, 0));
        assertThat(novice.of("goblin").get("iron_sword").chance()).isEqualTo(1);
        assertThat(novice.of("goblin").get("crooked_staff").chance()).isZero();
    }

    @Test
    void everyItemThatCanBeWornDropsSomewhereForWhoCanWearIt() {
        CONTENT.items().values().stream().filter(item -> item.slot() != null).forEach(item -> {
            String heroClass =
                    item.classes().isEmpty() ? "warrior" : item.classes().getFirst();
            boolean drops = CONTENT.tables().keySet().stream()
                    .flatMap(table -> Stream.of(true, false)
                            .map(first -> new Odds(CONTENT, new Circumstances(9, heroClass, 3, 1, first, 0)).of(table)))
                    .anyMatch(odds ->
                            odds.containsKey(item.id()) && odds.get(item.id()).chance() > 0);
            assertThat(drops).as(item.id()).isTrue();
        });
    }

    @Test
    void commandPrintsDeclaredBesideRolledAndSaysWhatItDoesNotUnderstand() {
        OddsCommand command = new OddsCommand(new Content() {
            @Override
            public ContentSet current() {
                return CONTENT;
            }

            @Override
            public List<ContentProblem> problems() {
                return List.of();
            }

            @Override
            public List<ContentProblem> check(java.nio.file.Path folder) {
                return List.of();
            }

            @Override
            public byte[] zoneFile(String zone) {
                return new byte[0];
            }
        });
        assertThat(command.odds("goblin", "--rolls", "2000", "--class", "mage", "--level", "2"))
                .contains("goblin: 2,000 rolls, seed 1; killer level 2, class mage")
                .containsPattern("gold +100\\.0000 +100\\.0000");
        assertThat(command.odds("wolf", "--json", "--rolls", "1000")).startsWith("{\"table\":\"wolf\",\"rolls\":1000");
        assertThatThrownBy(() -> command.odds("wulf"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no loot table 'wulf'")
                .hasMessageContaining("usage: realm:odds");
        assertThatThrownBy(() -> command.odds("wolf", "--rolls", "many"))
                .hasMessageContaining("--rolls needs a whole number, not 'many'");
        assertThatThrownBy(() -> command.odds("wolf", "--class", "bard"))
                .hasMessageContaining("there is no class 'bard'");
        assertThatThrownBy(() -> command.odds("wolf", "--luck")).hasMessageContaining("'--luck' is not understood");
    }
}
