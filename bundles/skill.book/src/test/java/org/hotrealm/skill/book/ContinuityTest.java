package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.kit.Knack;
import org.junit.jupiter.api.Test;

/** Changed numbers are in force from the next tick; what runs keeps its time, and what lasts keeps its numbers. */
class ContinuityTest {

    @Test
    void castThatRunsKeepsItsTimeAndTakesEffectWithTheNumbersInForceThen() {
        SkillDef before = Knack.single("bolt", 9).cast(500).cost(12).does("damage", "20");
        Stage stage = new Stage(before);
        Monster slime = stage.slime(15, 10);
        stage.now(stage.hero, before, slime);
        stage.realm.ticks(4);
        stage.redefine("bolt", Knack.single("bolt", 9).cast(3000).cost(30).does("damage", "33"));
        assertThat(stage.pulses(10)).containsExactly(6);
        assertThat(stage.hero.mana()).isEqualTo(20);
        assertThat(stage.amounts()).containsExactly(33);
    }

    @Test
    void changedNumbersAreInForceFromTheNextTick() {
        SkillDef before = Knack.single("jab", 9).does("damage", "5");
        Stage stage = new Stage(before);
        Monster slime = stage.slime(12, 10);
        stage.now(stage.hero, before, slime);
        stage.redefine("jab", Knack.single("jab", 9).does("damage", "6"));
        stage.again(stage.hero, before, slime);
        assertThat(stage.amounts()).containsExactly(5, 6);
    }

    @Test
    void statusKeepsTheNumbersItWasGainedWithUntilItIsGainedAnew() {
        SkillDef before = Knack.single("venom", 9).does("damage-over-time", "2", 3000);
        Stage stage = new Stage(before);
        Monster slime = stage.slime(12, 10);
        stage.now(stage.hero, before, slime);
        stage.redefine("venom", Knack.single("venom", 9).does("damage-over-time", "7", 1000));
        stage.realm.ticks(20);
        assertThat(stage.amounts()).containsExactly(2);
        stage.again(stage.hero, before, slime);
        assertThat(stage.pulses(60)).containsExactly(19);
        assertThat(stage.amounts()).containsExactly(2, 7);
    }
}
