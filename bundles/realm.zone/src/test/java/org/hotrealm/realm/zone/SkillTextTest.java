package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotrealm.content.api.Formula;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.content.api.SkillDef.Stacking;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A skill says what it does, reckoned for its owner: power 10, level 1. */
final class SkillTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            damage           | roll(4, 7) + 0.3 * power |    0 | 1000 | SINGLE | Deals 7 to 10 damage.
            heal             | 5                        |    0 | 1000 | SELF   | Heals 5.
            damage-over-time | 2                        | 5000 | 1000 | SINGLE | 2 damage each second for 5 s.
            heal-over-time   | 2                        | 5000 |  500 | SELF   | Heals 2 every 0.5 s for 5 s.
            shield           | 2 * power                | 6000 | 1000 | SELF   | A shield of 20 for 6 s.
            buff             | 0.8                      | 6000 | 1000 | CIRCLE | 0.8 more power for 6 s all around.
            debuff           | 3                        | 1500 | 1000 | SINGLE | 3 less power for 1.5 s.
            stun             | 0                        |  800 | 1000 | CONE   | Stuns for 0.8 s in a cone.
            root             | 0                        | 2000 | 1000 | LINE   | Roots for 2 s along a line.
            slow             | 40                       | 2000 | 1000 | SINGLE | Slows by 40 % for 2 s.
            knockback        | 1                        |    0 | 1000 | SINGLE | Knocks back by 1 tile.
            knockback        | 1.5                      |    0 | 1000 | SINGLE | Knocks back by 1.5 tiles.
            dash             | 0                        |    0 | 1000 | SELF   | Dashes.
            frobnicate       | 3                        |    0 | 1000 | SELF   | Frobnicate.
            """)
    void sentenceIsMadeFromTheNumbers(
            String type, String amount, int millis, int every, SkillDef.Target target, String text)
            throws RefusedException {
        Bench bench = new Bench(Samples.with(Maps.field(20).build()).build());
        Player ada = bench.player(bench.join("Ada"));
        EffectDef effect = new EffectDef(
                type, Formula.of(amount), millis, every, "power", Stacking.REFRESH, 1, false, false, false, 16);
        SkillDef skill = new SkillDef("s", "S", "", target, 0, 3, 60, 0, 0, 0, 0, true, 0, List.of(effect));
        assertThat(SkillText.of(skill, ada)).isEqualTo(text);
    }
}
