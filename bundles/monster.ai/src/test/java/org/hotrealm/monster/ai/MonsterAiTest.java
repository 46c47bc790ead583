package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hotrealm.content.api.MonsterDef.Aggression;
import org.hotrealm.content.api.MonsterDef.Patrol.Mode;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.monster.api.MonsterBrain;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.Test;

class MonsterAiTest {

    private static TestRealm realm(Sketch sketch, Beast... beasts) {
        Kit kit = new Kit(sketch);
        for (Beast beast : beasts) {
            kit.monster(beast);
        }
        return kit.realm(11).with(new MonsterAi());
    }

    private static Beast aggressive() {
        return Beast.named("goblin").aggression(Aggression.AGGRESSIVE);
    }

    @Test
    void passiveMonsterLeavesPassersByAlone() {
        TestRealm realm = realm(Sketch.field(20, 20), Beast.named("slime"));
        Monster slime = realm.monster("slime", 10, 10);
        realm.player("a", 11.5, 10);
        realm.ticks(100);
        assertThat(slime.state()).isEqualTo(AiState.IDLE);
    }

    @Test
    void aggressiveMonsterSeesAheadButNotBehind() {
        TestRealm realm = realm(Sketch.field(30, 20), aggressive().sight(8, 120));
        Monster ahead = realm.monster("goblin", 10, 5);
        Monster behind = realm.monster("goblin", 20, 15);
        realm.player("a", 14, 5);
        realm.player("b", 16, 15);
        realm.ticks(8);
        assertThat(ahead.state()).isEqualTo(AiState.CHASE);
        assertThat(behind.state()).isEqualTo(AiState.IDLE);
    }

    @Test
    void stepsCloseBehindAreHeard() {
        TestRealm realm = realm(Sketch.field(30, 20), aggressive().sight(8, 120));
        Monster goblin = realm.monster("goblin", 10, 5);
        realm.player("a", 8.8, 5);
        realm.ticks(8);
        assertThat(goblin.target()).isNotZero();
    }

    @Test
    void wallHidesThePlayer() {
        TestRealm realm = realm(Sketch.of("""
                        ##############
                        #.....#......#
                        #.....#......#
                        #.....#......#
                        ##############
                        """), aggressive());
        Monster goblin = realm.monster("goblin", 3.5, 2.5);
        realm.player("a", 9.5, 2.5);
        realm.ticks(40);
        assertThat(goblin.state()).isEqualTo(AiState.IDLE);
    }

    @Test
    void playerInASafeAreaIsNobodysEnemyAndGettingThereEndsTheChase() {
        TestRealm realm = realm(Sketch.of("""
                        ################
                        #.........sssss#
                        #.........sssss#
                        #.........sssss#
                        ################
                        """), aggressive());
        Monster goblin = realm.monster("goblin", 4.5, 2.5);
        Player player = realm.player("a", 11.5, 2.5);
        realm.ticks(20);
        assertThat(goblin.state()).isEqualTo(AiState.IDLE);
        realm.world().place(player, 8.5, 2.5);
        assertThat(realm.until(() -> goblin.state() == AiState.CHASE, 10)).isPositive();
        realm.world().place(player, 11.5, 2.5);
        assertThat(realm.until(() -> goblin.state() == AiState.RETURN, 4)).isPositive();
    }

    @Test
    void chaserWalksAroundAWallToItsTarget() {
        TestRealm realm = realm(Sketch.of("""
                        ################
                        #......#.......#
                        #......#.......#
                        #......#.......#
                        #......#.......#
                        #..............#
                        ################
                        """), aggressive());
        Monster goblin = realm.monster("goblin", 5.5, 1.5);
        Player player = realm.player("a", 9.5, 1.5);
        goblin.threat().add(player.id(), 3);
        assertThat(realm.until(() -> goblin.state() == AiState.ATTACK, 200)).isBetween(40, 120);
    }

    @Test
    void attackerAsksForItsBasicAttackAndFacesItsTarget() {
        TestRealm realm = realm(Sketch.field(20, 20), aggressive());
        Monster goblin = realm.monster("goblin", 10, 10);
        Player player = realm.player("a", 10, 11);
        assertThat(realm.until(() -> !realm.world().intents().isEmpty(), 12)).isPositive();
        assertThat(realm.world().take(Intent.Use.class))
                .containsExactly(new Intent.Use(goblin.id(), "bite", player.id(), 10, 11));
        assertThat(goblin.facing()).isEqualTo(Math.PI / 2);
    }

    @Test
    void attackerWaitsForItsCooldownAndStandsStillWhileCasting() {
        TestRealm realm = realm(Sketch.field(20, 20), aggressive());
        Monster goblin = realm.monster("goblin", 10, 10);
        realm.player("a", 10, 11);
        goblin.readyAt("bite", 50);
        realm.ticks(40);
        assertThat(realm.world().intents()).isEmpty();
        goblin.cast(new Cast("bite", 0, 0, 0, 40, 60));
        realm.ticks(15);
        assertThat(realm.world().intents()).isEmpty();
        assertThat(Math.hypot(goblin.velocityX(), goblin.velocityY())).isZero();
    }

    @Test
    void archerShootsFromItsRangeInsteadOfWalkingUp() {
        SkillDef arrow = new SkillDef(
                "arrow", "Arrow", "", SkillDef.Target.SINGLE, 6, 0, 0, 0, 1000, 0, 500, true, 10, List.of());
        TestRealm realm = new Kit(Sketch.field(30, 20))
                .skill(arrow)
                .monster(aggressive().skills("arrow"))
                .realm(3)
                .with(new MonsterAi());
        Monster archer = realm.monster("goblin", 5, 10);
        Player player = realm.player("a", 12.5, 10);
        assertThat(realm.until(() -> !realm.world().intents().isEmpty(), 80)).isPositive();
        assertThat(archer.distance(player)).isBetween(5.0, 6.0);
    }

    @Test
    void monsterComesHomeHealedAndReadyToFightAgain() {
        TestRealm realm = realm(Sketch.field(60, 12), aggressive().leash(6));
        Monster goblin = realm.monster("goblin", 8, 6);
        Player player = realm.player("a", 12, 6);
        assertThat(realm.until(() -> goblin.state() == AiState.CHASE, 10)).isPositive();
        goblin.hp(40);
        player.walk(4, 0);
        assertThat(realm.until(() -> goblin.state() == AiState.RETURN, 120)).isPositive();
        assertThat(goblin.immune()).isTrue();
        assertThat(goblin.threat().isEmpty()).isTrue();
        assertThat(realm.until(() -> goblin.state() == AiState.IDLE, 120)).isPositive();
        assertThat(goblin.hp()).isEqualTo(goblin.maxHp());
        assertThat(goblin.immune()).isFalse();
        assertThat(goblin.distance(8, 6)).isLessThan(0.5);
    }

    @Test
    void helpersOfHelpersAreNotCalled() {
        TestRealm realm = realm(
                Sketch.field(60, 12),
                Beast.named("wolf").aggression(Aggression.NEUTRAL).assists(5));
        Monster bitten = realm.monster("wolf", 10, 6);
        Monster near = realm.monster("wolf", 14, 6);
        Monster far = realm.monster("wolf", 18.5, 6);
        Player player = realm.player("a", 8.5, 6);
        bitten.threat().add(player.id(), 7);
        bitten.hp(93);
        realm.ticks(30);
        assertThat(near.target()).isEqualTo(player.id());
        assertThat(near.transitions().getLast().reason()).isEqualTo("helps its kind");
        assertThat(far.target()).isZero();
    }

    @Test
    void fleeingMonsterRunsToItsKindAndComesBackWithHelp() {
        TestRealm realm = realm(
                Sketch.field(60, 12), Beast.named("goblin").fleesBelow(0.25).assists(5));
        Monster hurt = realm.monster("goblin", 20, 6);
        Monster friend = realm.monster("goblin", 12, 6);
        Player player = realm.player("a", 21, 6);
        hurt.threat().add(player.id(), 80);
        hurt.hp(20);
        assertThat(realm.until(() -> hurt.state() == AiState.FLEE, 20)).isPositive();
        assertThat(realm.until(() -> friend.target() == player.id(), 80)).isPositive();
        assertThat(realm.until(() -> hurt.state() == AiState.ATTACK, 200)).isPositive();
        assertThat(friend.distance(player)).isLessThan(3);
    }

    @Test
    void targetChangesOnlyForClearlyMoreThreat() {
        TestRealm realm = realm(Sketch.field(30, 30), Beast.named("goblin"));
        Monster goblin = realm.monster("goblin", 15, 15);
        Player first = realm.player("a", 18, 15);
        Player second = realm.player("b", 12, 15);
        goblin.threat().add(first.id(), 100);
        realm.ticks(8);
        goblin.threat().add(second.id(), 105);
        realm.ticks(4);
        assertThat(goblin.target()).isEqualTo(first.id());
        goblin.threat().add(second.id(), 10);
        realm.ticks(4);
        assertThat(goblin.target()).isEqualTo(second.id());
    }

    @Test
    void crowdSurroundsItsTargetInsteadOfStacking() {
        TestRealm realm = realm(Sketch.field(40, 40), Beast.named("goblin"));
        Player player = realm.player("a", 20, 20);
        List<Monster> crowd = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Monster goblin = realm.monster("goblin", 12, 20 + i * 0.01);
            goblin.threat().add(player.id(), 5);
            crowd.add(goblin);
        }
        realm.ticks(200);
        for (Monster a : crowd) {
            assertThat(a.distance(player)).isLessThan(2.2);
            for (Monster b : crowd) {
                assertThat(a == b ? 1 : a.distance(b))
                        .as("distance of %d and %d", a.id(), b.id())
                        .isGreaterThan(0.35);
            }
        }
    }

    @Test
    void circlingMonsterWalksAroundItsTargetBetweenTwoBlows() {
        TestRealm realm = realm(Sketch.field(30, 30), aggressive().attribute("circling", 1.6));
        Monster wolf = realm.monster("goblin", 13, 15);
        Player player = realm.player("a", 15, 15);
        assertThat(realm.until(() -> wolf.state() == AiState.ATTACK, 40)).isPositive();
        double turned = 0;
        for (int i = 0; i < 100; i++) {
            wolf.readyAt("bite", realm.world().tick().number() + 20);
            double before = Math.atan2(wolf.y() - player.y(), wolf.x() - player.x());
            realm.tick();
            double after = Math.atan2(wolf.y() - player.y(), wolf.x() - player.x());
            turned += Math.IEEEremainder(after - before, 2 * Math.PI);
            assertThat(wolf.state()).isEqualTo(AiState.ATTACK);
        }
        // Five seconds at 1.6 tiles a second on a ring of about one tile.
        assertThat(Math.abs(turned)).isBetween(6.0, 10.0);
    }

    @Test
    void circlingMonsterStandsWhenItsBlowIsReady() {
        TestRealm realm = realm(Sketch.field(30, 30), aggressive().attribute("circling", 1.6));
        Monster wolf = realm.monster("goblin", 14, 15);
        realm.player("a", 15, 15);
        realm.ticks(30);
        assertThat(wolf.velocityX()).isZero();
        assertThat(wolf.velocityY()).isZero();
    }

    @Test
    void archerStepsBackFromATargetTooNear() {
        SkillDef arrow = new SkillDef(
                "arrow", "Arrow", "", SkillDef.Target.SINGLE, 6, 0, 0, 0, 1000, 0, 500, true, 10, List.of());
        TestRealm realm = new Kit(Sketch.field(30, 20))
                .skill(arrow)
                .monster(aggressive().skills("arrow").attribute("keepsOff", 3.5))
                .realm(3)
                .with(new MonsterAi());
        Monster archer = realm.monster("goblin", 10, 10);
        Player player = realm.player("a", 11.5, 10);
        archer.readyAt("arrow", 1000);
        realm.ticks(100);
        assertThat(archer.distance(player)).isBetween(3.4, 3.8);
        assertThat(archer.state()).isEqualTo(AiState.ATTACK);
    }

    @Test
    void guardWalksItsWaypointsBackAndForth() {
        Sketch sketch = Sketch.of("""
                ############
                #1...2....3#
                #..........#
                ############
                """).spawn("guard", 1, 1, 1, 2, 1, "round");
        TestRealm realm = realm(sketch, Beast.named("guard").patrols(Mode.PING_PONG));
        assertThat(waypoints(realm, 900)).startsWith(1, 2, 1, 0, 1);
    }

    @Test
    void guardWalksItsWaypointsRoundAndRound() {
        Sketch sketch = Sketch.of("""
                ############
                #1...2....3#
                #..........#
                ############
                """).spawn("guard", 1, 1, 1, 2, 1, "round");
        TestRealm realm = realm(sketch, Beast.named("guard").patrols(Mode.LOOP));
        assertThat(waypoints(realm, 900)).startsWith(1, 2, 0, 1);
    }

    /** The waypoints a lone guard sets out for, after the first. */
    private static List<Integer> waypoints(TestRealm realm, int ticks) {
        Monster guard = realm.world().monsters().getFirst();
        List<Integer> seen = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < ticks; i++) {
            realm.tick();
            if (guard.waypoint() != last) {
                last = guard.waypoint();
                seen.add(last);
            }
        }
        return seen;
    }

    @Test
    void strollerStaysInItsAreaAndRestsBetweenWays() {
        Sketch sketch = Sketch.field(40, 40).spawn("slime", 8, 10, 10, 12, 9, "");
        TestRealm realm = realm(sketch, Beast.named("slime").patrols(Mode.RANDOM));
        realm.player("watcher", 20, 25);
        Set<AiState> states = new java.util.TreeSet<>();
        for (int i = 0; i < 600; i++) {
            realm.tick();
            for (Monster slime : realm.world().monsters()) {
                states.add(slime.state());
                assertThat(slime.spawn().area().contains(slime.x(), slime.y())).isTrue();
            }
        }
        assertThat(states).containsExactly(AiState.IDLE, AiState.PATROL);
    }

    @Test
    void monstersThatNobodySeesThinkRarely() {
        Sketch sketch = Sketch.field(40, 40).spawn("slime", 20, 10, 10, 12, 9, "");
        TestRealm realm = realm(sketch, Beast.named("slime"));
        realm.ticks(100);
        assertThat(realm.world().monsters())
                .allSatisfy(m ->
                        assertThat(m.thinkAt() - realm.world().tick().number()).isBetween(1L, 20L));
        assertThat(realm.world().monsters())
                .anySatisfy(m ->
                        assertThat(m.thinkAt() - realm.world().tick().number()).isGreaterThan(10));
    }

    @Test
    void sameSeedGivesTheSameWorldAndAnotherSeedAnother() {
        assertThat(digestAfterABrawl(5)).isEqualTo(digestAfterABrawl(5)).isNotEqualTo(digestAfterABrawl(6));
    }

    private static long digestAfterABrawl(long seed) {
        Sketch sketch = Sketch.field(50, 50).spawn("goblin", 15, 10, 10, 30, 30, "");
        TestRealm realm = new Kit(sketch)
                .monster(aggressive().patrols(Mode.RANDOM).assists(6).fleesBelow(0.3))
                .realm(seed)
                .with(new MonsterAi());
        Player player = realm.player("a", 25, 25);
        for (int i = 0; i < 300; i++) {
            realm.tick();
            player.walk(Math.cos(i / 40.0) * 3, Math.sin(i / 40.0) * 3);
        }
        return realm.world().digest();
    }

    @Test
    void anotherInstanceOfTheAiGoesOnWithTheSameThoughts() {
        assertThat(digestWithSwapAt(-1)).isEqualTo(digestWithSwapAt(137));
    }

    private static long digestWithSwapAt(int swapTick) {
        Sketch sketch = Sketch.field(50, 50).spawn("goblin", 15, 10, 10, 30, 30, "");
        TestRealm realm = new Kit(sketch)
                .monster(aggressive().patrols(Mode.RANDOM).assists(6))
                .realm(9);
        Player player = realm.player("a", 25, 25);
        MonsterAi ai = new MonsterAi();
        for (int i = 0; i < 300; i++) {
            ai = i == swapTick ? new MonsterAi() : ai;
            realm.tick();
            ai.run(realm.world());
            player.walk(Math.cos(i / 40.0) * 3, 0);
        }
        return realm.world().digest();
    }

    @Test
    void brainOfItsOwnTakesOverItsKindOnly() {
        Kit kit = new Kit(Sketch.field(20, 20)).monster(Beast.named("dragon")).monster(aggressive());
        TestRealm realm = kit.realm(1).with(new MonsterAi(List.of(new Dancer())));
        Monster dragon = realm.monster("dragon", 5, 5);
        Monster goblin = realm.monster("goblin", 10, 10);
        realm.player("a", 12, 10);
        realm.ticks(8);
        assertThat(dragon.memory().get("danced")).isGreaterThan(1);
        assertThat(goblin.target()).isNotZero();
    }

    @Test
    void brokenBrainLeavesItsMonsterToTheStandardAi() {
        Kit kit = new Kit(Sketch.field(20, 20)).monster(aggressive());
        TestRealm realm = kit.realm(1).with(new MonsterAi(List.of(new Broken())));
        Monster goblin = realm.monster("goblin", 10, 10);
        realm.player("a", 12, 10);
        realm.ticks(8);
        assertThat(goblin.target()).isNotZero();
    }

    private static final class Dancer implements MonsterBrain {
        @Override
        public Set<String> kinds() {
            return Set.of("dragon");
        }

        @Override
        public void think(World world, Monster self) {
            self.memory().set("danced", self.memory().get("danced") + 1);
        }
    }

    private static final class Broken implements MonsterBrain {
        @Override
        public Set<String> kinds() {
            return Set.of("goblin");
        }

        @Override
        public void think(World world, Monster self) {
            throw new IllegalStateException("no thought in me");
        }
    }
}
