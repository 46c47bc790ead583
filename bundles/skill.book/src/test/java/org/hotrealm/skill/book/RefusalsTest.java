package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.kit.Knack;
import org.hotrealm.realm.kit.Sketch;
import org.junit.jupiter.api.Test;

/** Whatever is refused is refused with its reason. */
class RefusalsTest {

    private static final SkillDef STRIKE = Knack.single("strike", 2).does("damage", "7");
    private static final SkillDef BOLT =
            Knack.single("bolt", 9).cost(12).cast(500).flies(10).does("damage", "20");
    private static final SkillDef BURST = Knack.circle("burst", 8, 2).does("damage", "9");
    private static final SkillDef MEND = Knack.self("mend").does("heal", "20");
    private static final SkillDef STUN = Knack.single("stun", 9).does("stun", "0", 500);
    private static final SkillDef ROOT = Knack.single("root", 9).does("root", "0", 500);
    private static final SkillDef BLINK = Knack.self("blink", 5).does(EffectDef.of("dash", "0", 0));
    private static final SkillDef SHOVE = Knack.single("shove", 2).does("shove", "3");
    private static final SkillDef[] ALL = {STRIKE, BOLT, BURST, MEND, STUN, ROOT, BLINK, SHOVE};

    private final Stage stage = new Stage(ALL);

    @Test
    void unknownSkillIsRefused() {
        stage.realm.world().submit(new Intent.Use(stage.hero.id(), "wish", 0, 0, 0));
        stage.realm.tick();
        assertThat(stage.refusal()).isEqualTo("there is no skill 'wish'");
    }

    @Test
    void skillOfOthersIsRefused() {
        stage.now(stage.hero, stage.realm.world().content().skill("bite"), stage.slime(11, 10));
        assertThat(stage.refusal()).isEqualTo("you do not know Bite");
    }

    @Test
    void effectThatNobodyProvidesRefusesTheSkill() {
        stage.now(stage.hero, SHOVE, stage.slime(11, 10));
        assertThat(stage.refusal()).isEqualTo("nothing installed provides the effect 'shove' of shove");
        assertThat(stage.hero.readyAt("shove")).isZero();
    }

    @Test
    void deadCasterIsRefused() {
        stage.hero.hp(0);
        stage.now(stage.hero, STRIKE, stage.slime(11, 10));
        assertThat(stage.refusal()).isEqualTo("the dead use no skills");
    }

    @Test
    void stunnedCasterIsRefusedUntilTheTickInWhichTheStunEnds() {
        Monster slime = stage.slime(11, 10);
        stage.now(slime, STUN, stage.hero);
        stage.realm.ticks(8);
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.refusal()).isEqualTo("you are stunned");
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.realm.effects()).hasSize(1);
    }

    @Test
    void rootedCasterStrikesButDashesNowhere() {
        Monster slime = stage.slime(11, 10);
        stage.now(slime, ROOT, stage.hero);
        stage.useAt(BLINK, 15, 10);
        stage.realm.tick();
        assertThat(stage.refusal()).isEqualTo("you are rooted");
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.realm.effects()).hasSize(1);
    }

    @Test
    void rootedCasterWhoWantsToWalkStandsStillEnoughToCast() {
        Monster slime = stage.slime(13, 10);
        stage.now(slime, ROOT, stage.hero);
        stage.hero.walk(1, 0);
        stage.now(stage.hero, BOLT, slime);
        assertThat(stage.hero.cast()).isNotNull();
    }

    @Test
    void secondCastAtOnceIsRefused() {
        Monster slime = stage.slime(11, 10);
        stage.now(stage.hero, BOLT, slime);
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.refusal()).isEqualTo("already casting");
    }

    @Test
    void tooLittleManaIsRefusedWithBothNumbers() {
        stage.hero.mana(11);
        stage.now(stage.hero, BOLT, stage.slime(11, 10));
        assertThat(stage.refusal()).isEqualTo("bolt needs 12 mana, you have 11");
    }

    @Test
    void movingCasterMustStandStillFirst() {
        stage.hero.walk(1, 0);
        stage.now(stage.hero, BOLT, stage.slime(14, 10));
        assertThat(stage.refusal()).isEqualTo("stand still to cast bolt");
    }

    @Test
    void targetOrPointOutOfRangeIsRefused() {
        stage.now(stage.hero, STRIKE, stage.slime(13, 10));
        assertThat(stage.refusal()).isEqualTo("too far: 3.0 tiles, strike reaches 2.0");
        stage.realm.events().clear();
        stage.useAt(BURST, 10, 19);
        stage.realm.tick();
        assertThat(stage.refusal()).isEqualTo("too far: 9.0 tiles, burst reaches 8.0");
    }

    @Test
    void targetBehindAWallIsRefused() {
        Sketch wall = Sketch.of("""
                ########
                #...#..#
                #...#..#
                ########
                """);
        Stage behind = new Stage(wall, new SkillBook(), 3.5, 1.5, ALL);
        behind.now(behind.hero, STRIKE, behind.slime(5.5, 1.5));
        assertThat(behind.refusal()).isEqualTo("something is in the way");
    }

    @Test
    void friendsTheDeadAndNobodyAreNoTargets() {
        stage.now(stage.hero, STRIKE, stage.realm.player("friend", 11, 10));
        assertThat(stage.refusal()).isEqualTo("that is no enemy");
        stage.realm.events().clear();
        Monster slime = stage.slime(11, 10);
        slime.hp(0);
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.refusal()).isEqualTo("slime is dead");
        stage.realm.events().clear();
        stage.useAt(STRIKE, 11, 10);
        stage.realm.tick();
        assertThat(stage.refusal()).isEqualTo("no target");
    }

    @Test
    void safeAreaKnowsNoFighting() {
        Sketch village = Sketch.of("""
                ##########
                #ssss....#
                #ssss....#
                ##########
                """);
        Stage safe = new Stage(village, new SkillBook(), 4.5, 1.5, ALL);
        Monster outside = safe.slime(5.5, 1.5);
        safe.now(safe.hero, STRIKE, outside);
        assertThat(safe.refusal()).isEqualTo("no fighting in a safe area");
        safe.now(outside, safe.realm.world().content().skill("bite"), safe.hero);
        assertThat(safe.realm.effects()).isEmpty();
        safe.useAt(MEND, 0, 0);
        safe.realm.tick();
        assertThat(safe.realm.effects()).hasSize(1);
    }
}
