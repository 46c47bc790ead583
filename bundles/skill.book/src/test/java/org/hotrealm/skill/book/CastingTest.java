package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.kit.Knack;
import org.junit.jupiter.api.Test;

/** What is granted, when it takes effect, what it costs and how long one waits for the next. */
class CastingTest {

    private static final SkillDef STRIKE = Knack.single("strike", 2).does("damage", "7");
    private static final SkillDef JAB = Knack.single("jab", 2).global(300).does("damage", "2");
    private static final SkillDef BOLT = Knack.single("bolt", 9)
            .cost(12)
            .cooldown(2000)
            .global(300)
            .cast(500)
            .flies(10)
            .does("damage", "20");
    private static final SkillDef MEND = Knack.self("mend").cost(5).cast(400).does("heal", "20 + power");

    private final Stage stage = new Stage(STRIKE, JAB, BOLT, MEND);

    @Test
    void instantSkillHitsInTheSameTickAndCoolsDown() {
        Monster slime = stage.slime(11, 10);
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.realm.effects()).containsExactly(new Effect.Damage(stage.hero.id(), slime.id(), "strike", 7));
        assertThat(stage.realm.events(Event.CastLanded.class)).hasSize(1);
        assertThat(stage.hero.readyAt("strike")).isEqualTo(1 + 20);
        assertThat(stage.hero.facing()).isZero();
    }

    @Test
    void skillCanBeUsedAgainWhenItsCooldownIsOverAndNotATickBefore() {
        Monster slime = stage.slime(11, 10);
        stage.now(stage.hero, STRIKE, slime);
        stage.realm.ticks(18);
        stage.realm.effects().clear();
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.refusal()).isEqualTo("strike is ready in 0.1 s");
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.realm.effects()).hasSize(1);
    }

    @Test
    void castTakesItsTimeThenTheBoltFliesThenItHits() {
        Monster slime = stage.slime(15, 10);
        stage.now(stage.hero, BOLT, slime);
        assertThat(stage.realm.events(Event.CastBegun.class))
                .containsExactly(new Event.CastBegun(stage.hero.id(), "bolt", slime.id(), 15, 10, 10));
        assertThat(stage.hero.mana()).isEqualTo(50);
        stage.realm.ticks(9);
        assertThat(stage.hero.cast()).isNotNull();
        stage.realm.tick();
        assertThat(stage.hero.cast()).isNull();
        assertThat(stage.hero.mana()).isEqualTo(38);
        assertThat(stage.realm.world().flights()).hasSize(1);
        // Five tiles at ten tiles a second.
        assertThat(stage.pulses(12)).containsExactly(10);
        assertThat(stage.realm.effects()).containsExactly(new Effect.Damage(stage.hero.id(), slime.id(), "bolt", 20));
        assertThat(stage.realm.world().flights()).isEmpty();
        assertThat(stage.realm.events(Event.CastLanded.class)).hasSize(1);
    }

    @Test
    void healIsScaledByTheCastersAttribute() {
        stage.useAt(MEND, 0, 0);
        assertThat(stage.pulses(9)).containsExactly(9);
        assertThat(stage.realm.effects())
                .containsExactly(new Effect.Heal(stage.hero.id(), stage.hero.id(), "mend", 30));
    }

    @Test
    void globalCooldownHoldsBackEveryOtherSkillFromTheBeginningOfTheCast() {
        Monster slime = stage.slime(11, 10);
        stage.now(stage.hero, JAB, slime);
        stage.realm.effects().clear();
        stage.realm.ticks(4);
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.refusal()).isEqualTo("strike is ready in 0.1 s");
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.realm.effects()).hasSize(1);
    }

    @Test
    void longCastIsFollowedByTheNextSkillAtOnce() {
        Monster slime = stage.slime(11.5, 10);
        stage.now(stage.hero, BOLT, slime);
        stage.realm.ticks(10);
        stage.now(stage.hero, STRIKE, slime);
        assertThat(stage.realm.events(Event.Refused.class)).isEmpty();
        assertThat(stage.hero.usableAt("strike")).isEqualTo(12 + 20);
        assertThat(stage.hero.usableAt("bolt")).isEqualTo(11 + 40);
    }

    @Test
    void skillLearntDuringTheGlobalCooldownIsHeldBackAsWell() {
        stage.now(stage.hero, JAB, stage.slime(11, 10));
        assertThat(stage.hero.usableAt("learnt later")).isEqualTo(1 + 6);
    }

    @Test
    void ownersAreToldWhatChangedAndNothingElse() {
        Monster slime = stage.slime(11.5, 10);
        stage.now(stage.hero, JAB, slime);
        stage.realm.ticks(30);
        assertThat(stage.realm.events(Event.Cooling.class))
                .containsExactly(new Event.Cooling(stage.hero.id(), "jab", 20, 6));
        stage.realm.events().clear();
        stage.now(stage.hero, BOLT, slime);
        assertThat(stage.realm.events(Event.Cooling.class))
                .containsExactly(new Event.Cooling(stage.hero.id(), "", 0, 6));
        stage.realm.ticks(20);
        assertThat(stage.realm.events(Event.Cooling.class))
                .containsExactly(
                        new Event.Cooling(stage.hero.id(), "", 0, 6),
                        new Event.Cooling(stage.hero.id(), "bolt", 40, 0));
    }

    @Test
    void monstersUseTheSameBookAndAreToldNothing() {
        Monster slime = stage.slime(11, 10);
        stage.now(slime, JAB, stage.hero);
        assertThat(stage.realm.effects()).containsExactly(new Effect.Damage(slime.id(), stage.hero.id(), "jab", 2));
        assertThat(slime.usableAt("strike")).isEqualTo(1 + 6);
        assertThat(stage.realm.events(Event.Cooling.class)).isEmpty();
    }

    @Test
    void wishesAreGrantedInTheOrderInWhichTheyCame() {
        Monster slime = stage.slime(11, 10);
        stage.use(stage.hero, STRIKE, slime);
        stage.use(stage.hero, JAB, slime);
        stage.use(stage.hero, STRIKE, slime);
        stage.realm.tick();
        assertThat(stage.amounts()).containsExactly(7, 2);
        assertThat(stage.realm.events(Event.Refused.class)).hasSize(1);
        assertThat(stage.realm.world().take(Intent.Use.class)).isEmpty();
    }
}
