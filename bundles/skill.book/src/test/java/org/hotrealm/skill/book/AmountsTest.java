package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Knack;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.testkit.FakeRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much an effect comes to: the formula, then armour. The hero has power 10, 100 hit points and level 1. */
class AmountsTest {

    private static final Player HERO = new Kit(Sketch.field(5, 5)).realm(1).player("hero", 2.5, 2.5);

    @ParameterizedTest
    @CsvSource({
        "level,                     1",
        "caster.maxHp / 4,          25",
        "target.hp - 1,             99",
        "power + target.power,      20",
        "mana * 2,                  100",
        "speed,                     4",
        "no_such_thing,             0",
    })
    void everybodyHasWhatFormulasAskFor(String formula, double amount) {
        assertThat(new Reckoning(new FakeRandom(1)).amount(EffectDef.of("damage", formula, 0), HERO, HERO))
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "50, 50", "150, 25", "10, 83", "-25, 150", "-500, 200"})
    void armourTakesItsShareOfDamage(double armour, int points) {
        SkillDef blow = Knack.single("blow", 9).does("damage", "100");
        Stage stage = new Stage(blow);
        var slime = stage.slime(12, 10);
        Status.Kind kind = armour < 0 ? Status.Kind.DEBUFF : Status.Kind.BUFF;
        slime.gain(new Status("a", "blow", kind, 0, "armour", Math.abs(armour), 1, 0, false, 0, 99));
        stage.now(stage.hero, blow, slime);
        assertThat(stage.amounts()).containsExactly(points);
    }

    @Test
    void armourCountsNothingAgainstWhatPierces() {
        SkillDef blow = Knack.single("blow", 9)
                .does(
                        EffectDef.of("damage", "100", 0).withPierces(),
                        EffectDef.of("damage-over-time", "10", 1000).withPierces());
        Stage stage = new Stage(blow);
        var slime = stage.slime(12, 10);
        slime.gain(new Status("a", "blow", Status.Kind.BUFF, 0, "armour", 50, 1, 0, false, 0, 99));
        stage.now(stage.hero, blow, slime);
        stage.realm.ticks(20);
        assertThat(stage.amounts()).containsExactly(100, 10);
    }
}
