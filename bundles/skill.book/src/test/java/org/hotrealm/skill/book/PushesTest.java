package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.kit.Knack;
import org.hotrealm.realm.kit.Sketch;
import org.junit.jupiter.api.Test;

/** Knockbacks and dashes. They go 16 tiles a second: 0.8 tiles a tick. */
class PushesTest {

    private static final SkillDef KICK = Knack.single("kick", 9).does("knockback", "2");
    private static final SkillDef BLAST = Knack.circle("blast", 9, 4).does("knockback", "2");
    private static final SkillDef BLINK = Knack.self("blink", 5).does("dash", "0");
    private static final SkillDef CHARGE = Knack.single("charge", 8)
            .does(EffectDef.of("dash", "0", 0), EffectDef.of("damage", "5", 0), EffectDef.of("stun", "0", 1000));
    private static final SkillDef STUN = Knack.single("stun", 9).does("stun", "0", 1000);

    private final Stage stage = new Stage(KICK, BLAST, BLINK, CHARGE, STUN);

    @Test
    void knockbackThrowsAwayFromTheCasterWithinAFewTicks() {
        Monster slime = stage.slime(12, 10);
        slime.walk(-1, 0);
        stage.now(stage.hero, KICK, slime);
        double x = slime.x();
        assertThat(stage.realm.events(Event.Knocked.class))
                .containsExactly(new Event.Knocked(slime.id(), stage.hero.id(), x + 2, 10, 3));
        stage.realm.ticks(3);
        assertThat(slime.x()).isCloseTo(x + 2, within(1e-9));
        stage.realm.tick();
        assertThat(slime.x()).isLessThan(x + 2);
    }

    @Test
    void circleOnTheGroundThrowsAwayFromItsMiddle() {
        Monster slime = stage.slime(14, 10);
        stage.useAt(BLAST, 16, 10);
        stage.realm.ticks(4);
        assertThat(slime.x()).isCloseTo(12, within(1e-9));
    }

    @Test
    void monsterOnItsWayHomeIsNotThrown() {
        Monster slime = stage.slime(12, 10);
        slime.immune(true);
        stage.now(stage.hero, KICK, slime);
        assertThat(slime.push()).isNull();
        assertThat(stage.realm.events(Event.Knocked.class)).isEmpty();
    }

    @Test
    void dashLeadsToThePointAndNoFurtherThanItsRange() {
        stage.useAt(BLINK, 13, 10);
        stage.realm.ticks(5);
        assertThat(stage.hero.x()).isCloseTo(13, within(1e-9));
        stage.hero.readyAt("blink", 0);
        stage.useAt(BLINK, 13, 28);
        stage.realm.ticks(9);
        assertThat(stage.hero.y()).isCloseTo(15, within(1e-9));
        assertThat(stage.realm.events(Event.Dashed.class).getLast())
                .isEqualTo(new Event.Dashed(stage.hero.id(), "blink", 13, 15, 7));
    }

    @Test
    void dashWithoutAPointLeadsAhead() {
        stage.hero.face(Math.PI / 2);
        stage.use(stage.hero, BLINK, stage.hero);
        stage.realm.ticks(9);
        assertThat(stage.hero.y()).isCloseTo(15, within(1e-9));
    }

    @Test
    void chargeStrikesWhenItArrivesBesideItsTarget() {
        Monster slime = stage.slime(16, 10);
        stage.now(stage.hero, CHARGE, slime);
        assertThat(stage.realm.effects()).isEmpty();
        // Six tiles but for two bodies and a little room: seven ticks.
        assertThat(stage.pulses(10)).containsExactly(7);
        assertThat(slime.has(Status.Kind.STUN)).isTrue();
        assertThat(stage.hero.x()).isCloseTo(16 - 0.9, within(1e-9));
    }

    @Test
    void chargeFromNearByStrikesAtOnce() {
        Monster slime = stage.slime(10.9, 10);
        stage.now(stage.hero, CHARGE, slime);
        assertThat(stage.realm.effects()).hasSize(1);
        assertThat(stage.hero.push()).isNull();
    }

    @Test
    void chargeThatIsStunnedOnTheWayStrikesNobody() {
        Monster slime = stage.slime(16, 10);
        stage.now(stage.hero, CHARGE, slime);
        stage.now(slime, STUN, stage.hero);
        stage.realm.ticks(12);
        assertThat(stage.realm.effects()).isEmpty();
    }

    @Test
    void chargeStrikesNobodyWhereItsTargetIsGoneWhenItArrives() {
        Monster slime = stage.slime(16, 10);
        stage.now(stage.hero, CHARGE, slime);
        stage.realm.world().place(slime, 20, 10);
        stage.realm.ticks(12);
        assertThat(stage.realm.effects()).isEmpty();
    }

    @Test
    void wallStopsADash() {
        Sketch wall = Sketch.of("""
                ##########
                #....#...#
                #....#...#
                ##########
                """);
        Stage before = new Stage(wall, new SkillBook(), 2.5, 1.5, BLINK);
        before.useAt(BLINK, 8.5, 1.5);
        before.realm.ticks(12);
        assertThat(before.hero.x()).isLessThan(5 - before.hero.radius() + 1e-9);
        assertThat(before.hero.push()).isNull();
    }
}
