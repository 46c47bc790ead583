package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.kit.Knack;
import org.junit.jupiter.api.Test;

/** What breaks a cast, and that a broken one costs nothing. */
class BreakingTest {

    private static final SkillDef BOLT =
            Knack.single("bolt", 9).cost(12).cast(500).flies(10).does("damage", "20");
    private static final SkillDef RITE =
            Knack.single("rite", 9).cast(500).steady().does("damage", "20");
    private static final SkillDef STUN = Knack.single("stun", 9).does("stun", "0", 1000);
    private static final SkillDef KICK = Knack.single("kick", 9).does("knockback", "1");

    private final Stage stage = new Stage(BOLT, RITE, STUN, KICK);
    private final Monster slime = stage.slime(14, 10);

    private String reason() {
        assertThat(stage.realm.events(Event.CastBroken.class)).hasSize(1);
        assertThat(stage.hero.cast()).isNull();
        return stage.realm.events(Event.CastBroken.class).getFirst().reason();
    }

    @Test
    void movingBreaksTheCastAndCostsNothing() {
        stage.now(stage.hero, BOLT, slime);
        stage.realm.ticks(3);
        stage.hero.walk(0, 1);
        stage.realm.tick();
        assertThat(reason()).isEqualTo("moved");
        assertThat(stage.hero.mana()).isEqualTo(50);
        assertThat(stage.hero.readyAt("bolt")).isZero();
        stage.realm.ticks(20);
        assertThat(stage.realm.effects()).isEmpty();
    }

    @Test
    void stunBreaksTheCastAndCostsNothing() {
        stage.now(stage.hero, BOLT, slime);
        stage.realm.ticks(3);
        stage.now(slime, STUN, stage.hero);
        stage.realm.tick();
        assertThat(reason()).isEqualTo("stunned");
        assertThat(stage.hero.mana()).isEqualTo(50);
        assertThat(stage.hero.readyAt("bolt")).isZero();
    }

    @Test
    void beingThrownBreaksTheCast() {
        stage.now(stage.hero, BOLT, slime);
        stage.now(slime, KICK, stage.hero);
        stage.realm.tick();
        assertThat(reason()).isEqualTo("thrown");
    }

    @Test
    void castThatNothingInterruptsGoesOnThroughAStunAndAStep() {
        stage.now(stage.hero, RITE, slime);
        stage.now(slime, STUN, stage.hero);
        stage.hero.walk(0, 1);
        stage.realm.ticks(9);
        assertThat(stage.realm.events(Event.CastBroken.class)).isEmpty();
        assertThat(stage.realm.effects()).hasSize(1);
    }

    @Test
    void deathBreaksAnyCast() {
        stage.now(stage.hero, RITE, slime);
        stage.hero.hp(0);
        stage.realm.tick();
        assertThat(reason()).isEqualTo("dead");
    }

    @Test
    void castOnATargetThatDiesBreaks() {
        stage.now(stage.hero, BOLT, slime);
        slime.hp(0);
        stage.realm.ticks(10);
        assertThat(reason()).isEqualTo("the target is gone");
    }

    @Test
    void castOnATargetThatRunsFarBreaks() {
        stage.now(stage.hero, BOLT, slime);
        stage.realm.world().place(slime, 25, 10);
        stage.realm.ticks(10);
        assertThat(reason()).isEqualTo("the target got away");
    }

    @Test
    void castWhoseManaIsGoneMeanwhileBreaks() {
        stage.now(stage.hero, BOLT, slime);
        stage.hero.mana(3);
        stage.realm.ticks(10);
        assertThat(reason()).isEqualTo("not enough mana");
    }

    @Test
    void castOfASkillThatIsTakenAwayBreaks() {
        stage.now(stage.hero, BOLT, slime);
        stage.redefine("bolt", null);
        stage.realm.tick();
        assertThat(reason()).isEqualTo("the skill is gone");
    }
}
