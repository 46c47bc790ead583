package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.kit.Knack;
import org.junit.jupiter.api.Test;

/** Whom a skill hits. */
class TargetsTest {

    private static final SkillDef DART =
            Knack.single("dart", 9).cooldown(100).flies(10).does("damage", "3");
    private static final SkillDef WHIRL = Knack.circle("whirl", 0, 2).does("damage", "9");
    private static final SkillDef BURST = Knack.circle("burst", 8, 2).does("damage", "9");
    private static final SkillDef SWEEP = Knack.cone("sweep", 4, 90).does("damage", "9");
    private static final SkillDef LANCE = Knack.line("lance", 6).does("damage", "9");
    private static final SkillDef HYMN = Knack.circle("hymn", 0, 3).does("heal", "4");
    private static final SkillDef BANDAGE = Knack.single("bandage", 3).does("heal", "6");
    private static final SkillDef DRAIN = Knack.single("drain", 3)
            .does(EffectDef.of("damage", "5", 0), EffectDef.of("heal", "2", 0).withOnCaster());

    private final Stage stage = new Stage(DART, WHIRL, BURST, SWEEP, LANCE, HYMN, BANDAGE, DRAIN);

    @Test
    void flyingDartFollowsItsTargetAndFindsNobodyWhereItDied() {
        Monster slime = stage.slime(15, 10);
        stage.now(stage.hero, DART, slime);
        stage.realm.world().place(slime, 16, 12);
        stage.realm.ticks(10);
        assertThat(stage.realm.effects()).hasSize(1);
        assertThat(stage.realm.events(Event.CastLanded.class).getFirst().x()).isEqualTo(16);
        stage.realm.effects().clear();
        stage.now(stage.hero, DART, slime);
        slime.hp(0);
        stage.realm.ticks(20);
        assertThat(stage.realm.effects()).isEmpty();
    }

    @Test
    void dartOfSomebodyWhoDiedMeanwhileStillHits() {
        Monster slime = stage.slime(15, 10);
        stage.now(stage.hero, DART, slime);
        stage.hero.hp(0);
        stage.realm.ticks(10);
        assertThat(stage.realm.effects()).hasSize(1);
    }

    @Test
    void circleAroundTheCasterHitsEnemiesWithinItsRadiusOnly() {
        Monster near = stage.slime(11.5, 10);
        stage.slime(12.5, 10);
        stage.realm.player("friend", 10, 11);
        stage.useAt(WHIRL, 25, 25);
        stage.realm.tick();
        assertThat(stage.realm.effects()).containsExactly(new Effect.Damage(stage.hero.id(), near.id(), "whirl", 9));
    }

    @Test
    void circleOnTheGroundHitsAroundThePoint() {
        Monster there = stage.slime(16, 11);
        stage.slime(11, 10);
        stage.useAt(BURST, 16, 10);
        stage.realm.tick();
        assertThat(stage.realm.effects()).extracting(Effect::target).containsExactly(there.id());
    }

    @Test
    void coneHitsWhatIsInItsOpening() {
        Monster ahead = stage.slime(12, 11);
        stage.slime(10, 12);
        stage.slime(8, 10);
        stage.slime(14.5, 10);
        stage.useAt(SWEEP, 12, 10);
        stage.realm.tick();
        assertThat(stage.realm.effects()).extracting(Effect::target).containsExactly(ahead.id());
    }

    @Test
    void lineHitsWhatLiesOnIt() {
        Monster first = stage.slime(12, 10.5);
        Monster second = stage.slime(15, 9.6);
        stage.slime(12, 11.5);
        stage.slime(8, 10);
        stage.useAt(LANCE, 20, 10);
        stage.realm.tick();
        assertThat(stage.realm.effects()).extracting(Effect::target).containsExactly(first.id(), second.id());
    }

    @Test
    void helpfulCircleMeetsFriendsAndTheCasterAndNoEnemy() {
        Player friend = stage.realm.player("friend", 10, 11);
        stage.slime(11, 10);
        stage.useAt(HYMN, 0, 0);
        stage.realm.tick();
        assertThat(stage.realm.effects()).extracting(Effect::target).containsExactly(stage.hero.id(), friend.id());
    }

    @Test
    void helpfulSkillAimedAtAnEnemyIsRefused() {
        stage.now(stage.hero, BANDAGE, stage.slime(11, 10));
        assertThat(stage.refusal()).isEqualTo("that is no friend");
        stage.now(stage.hero, BANDAGE, stage.hero);
        assertThat(stage.realm.effects()).hasSize(1);
    }

    @Test
    void effectOnTheCasterMeetsItOnceWhereAnybodyWasHit() {
        Monster slime = stage.slime(11, 10);
        stage.now(stage.hero, DRAIN, slime);
        assertThat(stage.realm.effects())
                .containsExactly(
                        new Effect.Damage(stage.hero.id(), slime.id(), "drain", 5),
                        new Effect.Heal(stage.hero.id(), stage.hero.id(), "drain", 2));
    }
}
