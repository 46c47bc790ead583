package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.kit.Knack;
import org.hotrealm.realm.kit.Sketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lasts: when it begins, works and ends, and who is spared. */
class StatusesTest {

    private static final SkillDef BLEED = Knack.single("bleed", 9).does("damage-over-time", "2 + 0.1 * power", 3000);
    private static final SkillDef REGROW = Knack.self("regrow").does("heal-over-time", "4", 2000);
    private static final SkillDef RAGE =
            Knack.self("rage").does(EffectDef.of("buff", "3", 1000).withAttribute("power"));
    private static final SkillDef HEX =
            Knack.single("hex", 9).does(EffectDef.of("debuff", "4", 1000).withAttribute("power"));
    private static final SkillDef HASTE =
            Knack.self("haste").does(EffectDef.of("buff", "2", 1000).withAttribute("speed"));
    private static final SkillDef SLOW = Knack.single("slow", 9).does("slow", "40", 1000);
    private static final SkillDef MIRE = Knack.single("mire", 9).does("slow", "300", 1000);
    private static final SkillDef ROOT = Knack.single("root", 9).does("root", "0", 1000);
    private static final SkillDef STUN = Knack.single("stun", 9).does("stun", "0", 1000);
    private static final SkillDef WARD = Knack.self("ward").does("shield", "25", 1000);
    private static final SkillDef NOTHING = Knack.single("nothing", 9).does("slow", "0", 1000);

    private final Stage stage = new Stage(BLEED, REGROW, RAGE, HEX, HASTE, SLOW, MIRE, ROOT, STUN, WARD, NOTHING);
    private final Monster slime = stage.slime(13, 10);

    @Test
    void bleedingTakesItsAmountEachSecondAndEndsWithItsLastPulse() {
        stage.now(stage.hero, BLEED, slime);
        assertThat(stage.pulses(100)).containsExactly(20, 40, 60);
        assertThat(stage.realm.effects()).containsOnly(new Effect.Damage(stage.hero.id(), slime.id(), "bleed", 3));
        assertThat(slime.statuses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 500, '10 20 30 40'",
        "2000, 700, '14 28'",
        "100, 1000, ''",
        "1000, 50, '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20'"
    })
    void pulsesComeAfterEachWholeIntervalWithinTheTime(int millis, int every, String ticks) {
        SkillDef poison = Knack.single("poison", 9)
                .does(EffectDef.of("damage-over-time", "1", millis).withEvery(every));
        Stage own = new Stage(poison);
        own.now(own.hero, poison, own.slime(12, 10));
        String pulses =
                String.join(" ", own.pulses(60).stream().map(String::valueOf).toList());
        assertThat(pulses).isEqualTo(ticks);
    }

    @Test
    void healingOverTimeIsHandedOnAsHeals() {
        stage.useAt(REGROW, 0, 0);
        stage.realm.tick();
        assertThat(stage.pulses(60)).containsExactly(20, 40);
        assertThat(stage.realm.effects()).containsOnly(new Effect.Heal(stage.hero.id(), stage.hero.id(), "regrow", 4));
    }

    @Test
    void attributesChangeWhileBuffsAndDebuffsLast() {
        List<Double> power = new ArrayList<>();
        stage.useAt(RAGE, 0, 0);
        stage.realm.tick();
        power.add(stage.hero.attribute("power"));
        stage.now(slime, HEX, stage.hero);
        power.add(stage.hero.attribute("power"));
        stage.realm.ticks(19);
        power.add(stage.hero.attribute("power"));
        stage.realm.tick();
        power.add(stage.hero.attribute("power"));
        assertThat(power).containsExactly(13.0, 9.0, 6.0, 10.0);
    }

    @Test
    void paceIsThatOfTheStrongestSlowAndNeverQuiteNothing() {
        stage.now(stage.hero, SLOW, slime);
        assertThat(slime.pace()).isEqualTo(0.6);
        stage.now(stage.hero, MIRE, slime);
        assertThat(slime.pace()).isCloseTo(0.05, org.assertj.core.data.Offset.offset(1e-9));
        stage.realm.ticks(20);
        assertThat(slime.pace()).isEqualTo(1);
    }

    @Test
    void hasteAddsTilesASecondAndSlowsTakeTheirShareOfThat() {
        stage.useAt(HASTE, 0, 0);
        stage.realm.tick();
        assertThat(stage.hero.pace()).isEqualTo(1.5);
        stage.now(slime, SLOW, stage.hero);
        assertThat(stage.hero.pace()).isCloseTo(0.9, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void rootsAndStunsHoldStepsForExactlyTheirTime() {
        for (SkillDef holding : List.of(ROOT, STUN)) {
            stage.again(stage.hero, holding, slime);
            slime.walk(1, 0);
            double x = slime.x();
            stage.realm.ticks(20);
            assertThat(slime.x()).isEqualTo(x);
            stage.realm.tick();
            assertThat(slime.x()).isGreaterThan(x);
        }
    }

    @Test
    void gainsAndEndsAreToldOnce() {
        stage.now(stage.hero, SLOW, slime);
        stage.again(stage.hero, SLOW, slime);
        stage.realm.ticks(40);
        assertThat(stage.realm.events(Event.Afflicted.class))
                .containsExactly(
                        new Event.Afflicted(slime.id(), "slow", "slow", Status.Kind.SLOW, true),
                        new Event.Afflicted(slime.id(), "slow", "slow", Status.Kind.SLOW, false));
    }

    @Test
    void deathClearsEverythingAndTheDeadGainNothing() {
        stage.now(stage.hero, BLEED, slime);
        slime.hp(0);
        assertThat(slime.statuses()).isEmpty();
        slime.gain(new Status("x", "slow", Status.Kind.SLOW, 1, "", 10, 1, 0, false, 1, 99));
        assertThat(slime.statuses()).isEmpty();
        assertThat(stage.pulses(60)).isEmpty();
    }

    @Test
    void monsterOnItsWayHomeGainsNoHarmAndShedsWhatItHas() {
        stage.now(stage.hero, BLEED, slime);
        stage.now(slime, WARD, slime);
        slime.immune(true);
        stage.realm.tick();
        assertThat(slime.statuses()).extracting(Status::id).containsExactly("ward");
        stage.now(stage.hero, STUN, slime);
        assertThat(slime.has(Status.Kind.STUN)).isFalse();
        assertThat(stage.pulses(60)).isEmpty();
    }

    @Test
    void bleedingStopsHurtingInASafeArea() {
        Sketch village = Sketch.of("""
                ##########
                #ssss....#
                #ssss....#
                ##########
                """);
        Stage safe = new Stage(village, new SkillBook(), 5.5, 1.5, BLEED);
        safe.now(safe.slime(6.5, 1.5), BLEED, safe.hero);
        safe.realm.world().place(safe.hero, 2.5, 1.5);
        assertThat(safe.pulses(25)).isEmpty();
        safe.realm.world().place(safe.hero, 5.5, 1.5);
        assertThat(safe.pulses(25)).containsExactly(15);
    }

    @Test
    void bleedingGoesOnWhenWhoeverCausedItIsGone() {
        stage.now(stage.hero, BLEED, slime);
        stage.realm.world().removePlayer(stage.hero);
        assertThat(stage.pulses(60)).containsExactly(20, 40, 60);
    }

    @Test
    void statusOfASkillThatIsTakenAwayEndsWithTheNextTick() {
        stage.now(stage.hero, BLEED, slime);
        stage.redefine("bleed", null);
        stage.realm.tick();
        assertThat(slime.statuses()).isEmpty();
    }

    @Test
    void shieldIsWorthItsAmountAndEndsWithItsTime() {
        stage.useAt(WARD, 0, 0);
        stage.realm.tick();
        assertThat(stage.hero.status("ward"))
                .satisfies(ward -> assertThat(ward.total()).isEqualTo(25));
        stage.realm.ticks(20);
        assertThat(stage.hero.has(Status.Kind.SHIELD)).isFalse();
    }

    @Test
    void amountOfNothingGivesNothing() {
        stage.now(stage.hero, NOTHING, slime);
        assertThat(slime.statuses()).isEmpty();
    }

    @Test
    void whoHasThirtyTwoStatusesLosesTheOneThatEndsSoonest() {
        for (int i = 0; i < Gains.MOST; i++) {
            slime.gain(new Status("s" + i, "slow", Status.Kind.SLOW, 1, "", 10, 1, 0, false, 1, 100 + (i * 7) % 32));
        }
        stage.now(stage.hero, BLEED, slime);
        assertThat(slime.statuses())
                .hasSize(Gains.MOST)
                .extracting(Status::id)
                .contains("bleed")
                .doesNotContain("s0");
    }
}
