package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.content.api.SkillDef.Stacking;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.kit.Knack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A status of one second (20 ticks) is given in tick 1 and again some ticks later with another amount. Each row: the rule,
 * stacks at most, when it comes again, both amounts; then what it comes to, how often it counts, and in which tick it ends.
 */
class StackingTest {

    @ParameterizedTest
    @CsvSource({
        "REFRESH,   1,  6,  5, 3,  3, 1, 26",
        "REFRESH,   1,  6,  3, 5,  5, 1, 26",
        "EXTEND,    3,  6,  5, 3,  3, 1, 41",
        "EXTEND,    1,  6,  5, 3,  3, 1, 26",
        "STACK,     3,  6,  5, 3,  6, 2, 26",
        "STACK,     1,  6,  5, 3,  3, 1, 26",
        "STRONGEST, 1,  6,  5, 3,  5, 1, 21",
        "STRONGEST, 1,  6,  5, 5,  5, 1, 26",
        "STRONGEST, 1,  6,  3, 5,  5, 1, 26",
        "EXTEND,    3, 22,  5, 3,  3, 1, 42",
        "STACK,     3, 22,  5, 3,  3, 1, 42",
        "STRONGEST, 1, 22,  5, 3,  3, 1, 42",
    })
    void secondGainFollowsItsRule(
            Stacking rule, int most, int again, int first, int second, double total, int stacks, long ends) {
        Stage stage = new Stage(hex(rule, most, first));
        Monster slime = stage.slime(12, 10);
        stage.now(stage.hero, hex(rule, most, first), slime);
        stage.realm.ticks(again - 2);
        stage.redefine("hex", hex(rule, most, second));
        stage.again(stage.hero, hex(rule, most, second), slime);
        assertThat(slime.statuses()).hasSize(1);
        Status status = slime.statuses().getFirst();
        assertThat(status.total()).isEqualTo(total);
        assertThat(status.stacks()).isEqualTo(stacks);
        assertThat(status.ends()).isEqualTo(ends);
    }

    private static SkillDef hex(Stacking rule, int most, int amount) {
        EffectDef weaker = EffectDef.of("debuff", Integer.toString(amount), 1000)
                .withAttribute("power")
                .withStacking(rule, most, false);
        return Knack.single("hex", 9).does(weaker);
    }

    @Test
    void stacksCountUpToTheMostAndNoFurther() {
        SkillDef hex = hex(Stacking.STACK, 3, 2);
        Stage stage = new Stage(hex);
        Monster slime = stage.slime(12, 10);
        for (int i = 0; i < 5; i++) {
            stage.again(stage.hero, hex, slime);
        }
        assertThat(slime.statuses().getFirst().stacks()).isEqualTo(3);
        assertThat(slime.attribute("power")).isEqualTo(10 - 6);
    }

    @Test
    void extendingNeverLastsLongerThanSoManyTimesItsLength() {
        SkillDef hex = hex(Stacking.EXTEND, 3, 2);
        Stage stage = new Stage(hex);
        Monster slime = stage.slime(12, 10);
        for (int i = 0; i < 9; i++) {
            stage.again(stage.hero, hex, slime);
        }
        assertThat(slime.statuses().getFirst().ends()).isEqualTo(9 + 60);
    }

    @Test
    void sharedStatusIsOneForAllSourcesAndTheLastCountsAsItsSource() {
        SkillDef hex = hex(Stacking.STACK, 9, 2);
        Stage stage = new Stage(hex);
        Monster slime = stage.slime(12, 10);
        stage.now(stage.hero, hex, slime);
        stage.now(stage.realm.player("friend", 10, 12), hex, slime);
        assertThat(slime.statuses()).hasSize(1);
        assertThat(slime.statuses().getFirst().stacks()).isEqualTo(2);
        assertThat(slime.statuses().getFirst().source())
                .isEqualTo(stage.realm.world().players().getLast().id());
    }

    @Test
    void statusPerSourceIsOneForEach() {
        EffectDef burn = EffectDef.of("damage-over-time", "2", 2000).withStacking(Stacking.STACK, 2, true);
        SkillDef burning = Knack.single("burning", 9).does(burn);
        Stage stage = new Stage(burning);
        Monster slime = stage.slime(12, 10);
        stage.now(stage.hero, burning, slime);
        stage.again(stage.hero, burning, slime);
        stage.now(stage.realm.player("friend", 10, 12), burning, slime);
        assertThat(slime.statuses()).extracting(Status::stacks).containsExactlyInAnyOrder(1, 2);
        assertThat(stage.realm.events(org.hotrealm.realm.api.Event.Afflicted.class))
                .hasSize(2);
    }

    @Test
    void refreshingFasterThanItPulsesDoesNotHoldBackThePulses() {
        SkillDef poison = Knack.single("poison", 9).does("damage-over-time", "1", 2000);
        Stage stage = new Stage(poison);
        Monster slime = stage.slime(12, 10);
        for (int i = 0; i < 6; i++) {
            stage.again(stage.hero, poison, slime);
            stage.realm.ticks(9);
        }
        assertThat(stage.realm.effects()).hasSize(2);
    }

    @Test
    void twoEffectsOfOneSkillAreTwoStatuses() {
        SkillDef curse = Knack.single("curse", 9)
                .does(EffectDef.of("debuff", "1", 1000).withAttribute("power"), EffectDef.of("slow", "10", 1000));
        Stage stage = new Stage(curse);
        Monster slime = stage.slime(12, 10);
        stage.now(stage.hero, curse, slime);
        assertThat(slime.statuses()).extracting(Status::id).containsExactly("curse", "curse/1");
    }
}
