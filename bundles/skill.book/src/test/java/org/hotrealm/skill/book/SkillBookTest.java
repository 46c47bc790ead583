package org.hotrealm.skill.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.content.api.SkillDef.Target;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.hotrealm.skill.api.SkillEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hero stands at (10,10) and has 50 mana and power 10; a tick has 50 ms. */
class SkillBookTest {

    private static final SkillDef STRIKE = skill("strike", Target.SINGLE, 2, 0, 0, 0, 1000, 0, 0, 0, damage(7));
    private static final SkillDef BOLT = skill("bolt", Target.SINGLE, 9, 0, 0, 12, 2000, 300, 500, 10, damage(20));
    private static final SkillDef DART = skill("dart", Target.SINGLE, 9, 0, 0, 0, 500, 0, 0, 10, damage(3));
    private static final SkillDef WHIRL = skill("whirl", Target.CIRCLE, 0, 2, 0, 10, 3000, 0, 0, 0, damage(9));
    private static final SkillDef BURST = skill("burst", Target.CIRCLE, 8, 2, 0, 0, 3000, 0, 0, 0, damage(9));
    private static final SkillDef SWEEP = skill("sweep", Target.CONE, 0, 4, 90, 0, 3000, 0, 0, 0, damage(9));
    private static final SkillDef LANCE = skill("lance", Target.LINE, 0, 6, 0, 0, 3000, 0, 0, 0, damage(9));
    private static final SkillDef MEND =
            skill("mend", Target.SELF, 0, 0, 0, 5, 1000, 0, 400, 0, EffectDef.of("heal", "20 + power", 0));
    private static final SkillDef SHOVE =
            skill("shove", Target.SINGLE, 2, 0, 0, 0, 1000, 0, 0, 0, EffectDef.of("shove", "3", 0));

    private TestRealm realm;
    private Player hero;

    @BeforeEach
    void begin() {
        realm = realmOf(Sketch.field(30, 30), new SkillBook());
        hero = realm.player("hero", 10, 10);
    }

    private static TestRealm realmOf(Sketch sketch, SkillBook... books) {
        Kit kit = new Kit(sketch).monster(Beast.named("slime"));
        List.of(STRIKE, BOLT, DART, WHIRL, BURST, SWEEP, LANCE, MEND, SHOVE).forEach(kit::heroSkill);
        return kit.realm(42).with(books);
    }

    private static EffectDef damage(int amount) {
        return EffectDef.of("damage", Integer.toString(amount), 0);
    }

    private static SkillDef skill(
            String id,
            Target target,
            double range,
            double radius,
            double angle,
            int cost,
            int cooldown,
            int global,
            int cast,
            double speed,
            EffectDef effect) {
        return new SkillDef(
                id, id, "", target, range, radius, angle, cost, cooldown, global, cast, true, speed, List.of(effect));
    }

    private void use(Actor actor, SkillDef skill, Actor target) {
        realm.world().submit(new Intent.Use(actor.id(), skill.id(), target.id(), target.x(), target.y()));
    }

    private void useAt(SkillDef skill, double x, double y) {
        realm.world().submit(new Intent.Use(hero.id(), skill.id(), 0, x, y));
    }

    private String refusal() {
        List<Event.Refused> refused = realm.events(Event.Refused.class);
        assertThat(refused).as("refusals").hasSize(1);
        assertThat(refused.getFirst().actor()).isEqualTo(hero.id());
        assertThat(realm.effects()).isEmpty();
        return refused.getFirst().reason();
    }

    // What is granted

    @Test
    void instantSkillHitsInTheSameTickAndCoolsDown() {
        Monster slime = realm.monster("slime", 11, 10);
        use(hero, STRIKE, slime);
        realm.tick();
        assertThat(realm.effects()).containsExactly(new Effect.Damage(hero.id(), slime.id(), "strike", 7));
        assertThat(realm.events(Event.CastLanded.class)).hasSize(1);
        assertThat(hero.readyAt("strike")).isEqualTo(1 + 20);
        assertThat(hero.facing()).isZero();
    }

    @Test
    void skillCanBeUsedAgainWhenItsCooldownIsOverAndNotATickBefore() {
        Monster slime = realm.monster("slime", 11, 10);
        use(hero, STRIKE, slime);
        realm.ticks(20);
        realm.effects().clear();
        use(hero, STRIKE, slime);
        realm.world().take(Intent.Use.class);
        realm.tick();
        use(hero, STRIKE, slime);
        realm.tick();
        assertThat(realm.effects()).hasSize(1);
    }

    @Test
    void castTakesItsTimeThenTheBoltFliesThenItHits() {
        Monster slime = realm.monster("slime", 15, 10);
        use(hero, BOLT, slime);
        realm.tick();
        assertThat(realm.events(Event.CastBegun.class))
                .containsExactly(new Event.CastBegun(hero.id(), "bolt", slime.id(), 15, 10, 10));
        assertThat(hero.mana()).isEqualTo(50);
        realm.ticks(9);
        assertThat(hero.cast()).isNotNull();
        realm.tick();
        assertThat(hero.cast()).isNull();
        assertThat(hero.mana()).isEqualTo(38);
        assertThat(realm.world().flights()).hasSize(1);
        assertThat(realm.effects()).isEmpty();
        // Five tiles at ten tiles a second.
        realm.ticks(9);
        assertThat(realm.effects()).isEmpty();
        realm.tick();
        assertThat(realm.effects()).containsExactly(new Effect.Damage(hero.id(), slime.id(), "bolt", 20));
        assertThat(realm.world().flights()).isEmpty();
        assertThat(realm.events(Event.CastLanded.class)).hasSize(1);
    }

    @Test
    void globalCooldownHoldsBackEveryOtherSkill() {
        Monster slime = realm.monster("slime", 11.5, 10);
        use(hero, BOLT, slime);
        realm.tick();
        assertThat(hero.usableAt("strike")).isEqualTo(1 + 6);
        hero.cast(null);
        use(hero, STRIKE, slime);
        realm.tick();
        assertThat(refusal()).isEqualTo("strike is ready in 0.3 s");
    }

    @Test
    void flyingDartFollowsItsTargetAndFindsNobodyWhereItDied() {
        Monster slime = realm.monster("slime", 15, 10);
        use(hero, DART, slime);
        realm.tick();
        realm.world().place(slime, 16, 12);
        realm.ticks(10);
        assertThat(realm.effects()).hasSize(1);
        assertThat(realm.events(Event.CastLanded.class).getFirst().x()).isEqualTo(16);
        realm.effects().clear();
        use(hero, DART, slime);
        realm.tick();
        slime.hp(0);
        realm.ticks(20);
        assertThat(realm.effects()).isEmpty();
    }

    @Test
    void circleAroundTheCasterHitsEnemiesWithinItsRadiusOnly() {
        Monster near = realm.monster("slime", 11.5, 10);
        Monster far = realm.monster("slime", 12.5, 10);
        realm.player("friend", 10, 11);
        useAt(WHIRL, 25, 25);
        realm.tick();
        assertThat(realm.effects()).containsExactly(new Effect.Damage(hero.id(), near.id(), "whirl", 9));
        assertThat(far.alive()).isTrue();
    }

    @Test
    void circleOnTheGroundHitsAroundThePoint() {
        Monster there = realm.monster("slime", 16, 11);
        realm.monster("slime", 11, 10);
        useAt(BURST, 16, 10);
        realm.tick();
        assertThat(realm.effects()).extracting(Effect::target).containsExactly(there.id());
    }

    @Test
    void coneHitsWhatIsInItsOpening() {
        Monster ahead = realm.monster("slime", 12, 11);
        realm.monster("slime", 10, 12);
        realm.monster("slime", 8, 10);
        realm.monster("slime", 14.5, 10);
        useAt(SWEEP, 12, 10);
        realm.tick();
        assertThat(realm.effects()).extracting(Effect::target).containsExactly(ahead.id());
    }

    @Test
    void lineHitsWhatLiesOnIt() {
        Monster first = realm.monster("slime", 12, 10.5);
        Monster second = realm.monster("slime", 15, 9.6);
        realm.monster("slime", 12, 11.5);
        realm.monster("slime", 8, 10);
        useAt(LANCE, 20, 10);
        realm.tick();
        assertThat(realm.effects()).extracting(Effect::target).containsExactly(first.id(), second.id());
    }

    @Test
    void healIsScaledByTheCastersAttribute() {
        useAt(MEND, 0, 0);
        realm.ticks(9);
        assertThat(realm.effects()).containsExactly(new Effect.Heal(hero.id(), hero.id(), "mend", 30));
    }

    @Test
    void monstersUseTheSameBook() {
        Monster slime = realm.monster("slime", 11, 10);
        SkillDef bite = realm.world().content().skill("bite");
        use(slime, bite, hero);
        realm.tick();
        assertThat(realm.effects()).containsExactly(new Effect.Damage(slime.id(), hero.id(), "bite", 5));
    }

    // What is refused

    @Test
    void unknownSkillIsRefused() {
        realm.world().submit(new Intent.Use(hero.id(), "wish", 0, 0, 0));
        realm.tick();
        assertThat(refusal()).isEqualTo("there is no skill 'wish'");
    }

    @Test
    void skillOfOthersIsRefused() {
        use(hero, realm.world().content().skill("bite"), realm.monster("slime", 11, 10));
        realm.tick();
        assertThat(refusal()).isEqualTo("you do not know Bite");
    }

    @Test
    void deadCasterIsRefused() {
        hero.hp(0);
        use(hero, STRIKE, realm.monster("slime", 11, 10));
        realm.tick();
        assertThat(refusal()).isEqualTo("the dead use no skills");
    }

    @Test
    void secondCastAtOnceIsRefused() {
        Monster slime = realm.monster("slime", 11, 10);
        use(hero, BOLT, slime);
        realm.tick();
        use(hero, STRIKE, slime);
        realm.tick();
        assertThat(refusal()).isEqualTo("already casting");
    }

    @Test
    void tooLittleManaIsRefusedWithBothNumbers() {
        hero.mana(11);
        use(hero, BOLT, realm.monster("slime", 11, 10));
        realm.tick();
        assertThat(refusal()).isEqualTo("bolt needs 12 mana, you have 11");
    }

    @Test
    void targetOutOfRangeIsRefused() {
        use(hero, STRIKE, realm.monster("slime", 13, 10));
        realm.tick();
        assertThat(refusal()).isEqualTo("too far: 3.0 tiles, strike reaches 2.0");
    }

    @Test
    void targetBehindAWallIsRefused() {
        realm = realmOf(Sketch.of("""
                        ########
                        #...#..#
                        #...#..#
                        ########
                        """), new SkillBook());
        hero = realm.player("hero", 3.5, 1.5);
        use(hero, STRIKE, realm.monster("slime", 5.5, 1.5));
        realm.tick();
        assertThat(refusal()).isEqualTo("something is in the way");
    }

    @Test
    void friendsAndTheDeadAreNoTargets() {
        Player friend = realm.player("friend", 11, 10);
        use(hero, STRIKE, friend);
        realm.tick();
        assertThat(refusal()).isEqualTo("that is no enemy");
        realm.events().clear();
        Monster slime = realm.monster("slime", 11, 10);
        slime.hp(0);
        use(hero, STRIKE, slime);
        realm.tick();
        assertThat(refusal()).isEqualTo("slime is dead");
        realm.events().clear();
        useAt(STRIKE, 11, 10);
        realm.tick();
        assertThat(refusal()).isEqualTo("no target");
    }

    @Test
    void movingCasterMustStandStillFirst() {
        hero.walk(1, 0);
        use(hero, BOLT, realm.monster("slime", 14, 10));
        realm.tick();
        assertThat(refusal()).isEqualTo("stand still to cast bolt");
    }

    @Test
    void safeAreaKnowsNoFighting() {
        realm = realmOf(Sketch.of("""
                        ##########
                        #ssss....#
                        #ssss....#
                        ##########
                        """), new SkillBook());
        hero = realm.player("hero", 4.5, 1.5);
        Monster outside = realm.monster("slime", 5.5, 1.5);
        use(hero, STRIKE, outside);
        realm.tick();
        assertThat(refusal()).isEqualTo("no fighting in a safe area");
        use(outside, realm.world().content().skill("bite"), hero);
        realm.tick();
        assertThat(realm.effects()).isEmpty();
        useAt(MEND, 0, 0);
        realm.ticks(9);
        assertThat(realm.effects()).hasSize(1);
    }

    // What breaks

    @Test
    void movingBreaksTheCastAndCostsNothing() {
        Monster slime = realm.monster("slime", 14, 10);
        use(hero, BOLT, slime);
        realm.ticks(4);
        hero.walk(0, 1);
        realm.tick();
        assertThat(realm.events(Event.CastBroken.class))
                .containsExactly(new Event.CastBroken(hero.id(), "bolt", "moved"));
        assertThat(hero.cast()).isNull();
        assertThat(hero.mana()).isEqualTo(50);
        assertThat(hero.readyAt("bolt")).isZero();
        realm.ticks(20);
        assertThat(realm.effects()).isEmpty();
    }

    @Test
    void castOnATargetThatDiesOrRunsFarBreaks() {
        Monster slime = realm.monster("slime", 14, 10);
        use(hero, BOLT, slime);
        realm.ticks(4);
        slime.hp(0);
        realm.ticks(8);
        assertThat(realm.events(Event.CastBroken.class).getFirst().reason()).isEqualTo("the target is gone");
        Monster runner = realm.monster("slime", 14, 10);
        use(hero, BOLT, runner);
        realm.ticks(4);
        realm.world().place(runner, 25, 10);
        realm.ticks(8);
        assertThat(realm.events(Event.CastBroken.class).getLast().reason()).isEqualTo("the target got away");
    }

    @Test
    void castGoesOnInAnotherInstanceOfTheBook() {
        assertThat(digestAfterABolt(new SkillBook(), new SkillBook()))
                .isEqualTo(digestAfterABolt(new SkillBook(), null));
    }

    /** The second book, where there is one, takes over while the cast runs. */
    private long digestAfterABolt(SkillBook first, @org.jspecify.annotations.Nullable SkillBook second) {
        realm = realmOf(Sketch.field(30, 30));
        hero = realm.player("hero", 10, 10);
        use(hero, BOLT, realm.monster("slime", 15, 10));
        for (int i = 0; i < 25; i++) {
            realm.tick();
            (i >= 5 && second != null ? second : first).run(realm.world());
        }
        assertThat(realm.effects()).hasSize(1);
        return realm.world().digest();
    }

    @Test
    void changedNumbersApplyWhenTheCastTakesEffect() {
        Monster slime = realm.monster("slime", 15, 10);
        use(hero, BOLT, slime);
        realm.ticks(5);
        ContentSet now = realm.world().content();
        Map<String, SkillDef> skills = new java.util.HashMap<>(now.skills());
        skills.put("bolt", skill("bolt", Target.SINGLE, 9, 0, 0, 30, 2000, 300, 500, 10, damage(33)));
        realm.world()
                .content(
                        new ContentSet(2, now.realm(), now.monsters(), skills, now.tables(), now.items(), now.zones()));
        realm.ticks(20);
        assertThat(hero.mana()).isEqualTo(20);
        assertThat(realm.effects()).containsExactly(new Effect.Damage(hero.id(), slime.id(), "bolt", 33));
    }

    // Effects of others

    @Test
    void effectThatNobodyProvidesRefusesTheSkill() {
        use(hero, SHOVE, realm.monster("slime", 11, 10));
        realm.tick();
        assertThat(refusal()).isEqualTo("nothing installed provides the effect 'shove' of shove");
        assertThat(hero.readyAt("shove")).isZero();
    }

    @Test
    void effectOfAnotherBundleIsCarriedOut() {
        realm = realmOf(Sketch.field(30, 30), new SkillBook(List.of(new Shove())));
        hero = realm.player("hero", 10, 10);
        Monster slime = realm.monster("slime", 11, 10);
        use(hero, SHOVE, slime);
        realm.tick();
        assertThat(slime.x()).isEqualTo(14);
    }

    @Test
    void effectThatThrowsIsLeftOutAndTheRestGoesOn() {
        realm = realmOf(Sketch.field(30, 30), new SkillBook(List.of(new Shove(), new BrokenShove())));
        hero = realm.player("hero", 10, 10);
        Monster slime = realm.monster("slime", 11, 10);
        use(hero, SHOVE, slime);
        use(hero, STRIKE, slime);
        realm.tick();
        assertThat(realm.effects()).hasSize(1);
        assertThat(slime.x()).isEqualTo(11);
    }

    private static class Shove implements SkillEffect {
        @Override
        public String type() {
            return "shove";
        }

        @Override
        public void apply(World world, Actor caster, Actor target, SkillDef skill, EffectDef effect, int amount) {
            world.place(target, target.x() + amount, target.y());
        }
    }

    private static final class BrokenShove extends Shove {
        @Override
        public void apply(World world, Actor caster, Actor target, SkillDef skill, EffectDef effect, int amount) {
            throw new IllegalStateException("no strength");
        }
    }
}
