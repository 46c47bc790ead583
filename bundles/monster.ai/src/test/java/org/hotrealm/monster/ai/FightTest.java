package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Transition;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.Test;

/** How monsters chase, fight, flee and come home. */
class FightTest {

    @Test
    void chaserWalksAroundAWallToItsTarget() {
        TestRealm realm = Scenes.realm(Sketch.of("""
                        ################
                        #......#.......#
                        #......#.......#
                        #......#.......#
                        #......#.......#
                        #..............#
                        ################
                        """), Scenes.aggressive());
        Monster goblin = realm.monster("goblin", 5.5, 1.5);
        Player player = realm.player("a", 9.5, 1.5);
        goblin.threat().add(player.id(), 3);
        assertThat(realm.until(() -> goblin.state() == AiState.ATTACK, 200)).isBetween(40, 120);
    }

    @Test
    void attackerAsksForItsBasicAttackAndFacesItsTarget() {
        TestRealm realm = Scenes.realm(Sketch.field(20, 20), Scenes.aggressive());
        Monster goblin = realm.monster("goblin", 10, 10);
        Player player = realm.player("a", 10, 11);
        assertThat(realm.until(() -> !realm.world().intents().isEmpty(), 12)).isPositive();
        assertThat(realm.world().take(Intent.Use.class))
                .containsExactly(new Intent.Use(goblin.id(), "bite", player.id(), 10, 11));
        assertThat(goblin.facing()).isEqualTo(Math.PI / 2);
    }

    @Test
    void attackerWaitsForItsCooldownAndStandsStillWhileCasting() {
        TestRealm realm = Scenes.realm(Sketch.field(20, 20), Scenes.aggressive());
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
                .monster(Scenes.aggressive().skills("arrow"))
                .realm(3)
                .with(new MonsterAi());
        Monster archer = realm.monster("goblin", 5, 10);
        Player player = realm.player("a", 12.5, 10);
        assertThat(realm.until(() -> !realm.world().intents().isEmpty(), 80)).isPositive();
        assertThat(archer.distance(player)).isBetween(5.0, 6.0);
    }

    @Test
    void monsterComesHomeHealedAndReadyToFightAgain() {
        TestRealm realm = Scenes.realm(Sketch.field(60, 12), Scenes.aggressive().leash(6));
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
    void fleeingMonsterRunsToItsKindAndComesBackWithHelp() {
        TestRealm realm = Scenes.realm(
                Sketch.field(60, 12), Beast.named("goblin").fleesBelow(0.25).assists(5));
        Monster hurt = realm.monster("goblin", 20, 6);
        Monster friend = realm.monster("goblin", 12, 6);
        Player player = realm.player("a", 21, 6);
        hurt.threat().add(player.id(), 80);
        hurt.hp(20);
        assertThat(realm.until(() -> hurt.state() == AiState.FLEE, 20)).isPositive();
        assertThat(realm.until(() -> friend.target() == player.id(), 80)).isPositive();
        assertThat(realm.until(() -> hurt.state() == AiState.ATTACK && friend.state() == AiState.ATTACK, 200))
                .isPositive();
        assertThat(hurt.transitions().stream().map(Transition::reason)).contains("comes back with help");
        assertThat(friend.transitions().stream().map(Transition::reason)).contains("called for help");
    }

    @Test
    void crowdSurroundsItsTargetInsteadOfStacking() {
        TestRealm realm = Scenes.realm(Sketch.field(40, 40), Beast.named("goblin"));
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
        TestRealm realm = Scenes.realm(Sketch.field(30, 30), Scenes.aggressive().attribute("circling", 1.6));
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
        TestRealm realm = Scenes.realm(Sketch.field(30, 30), Scenes.aggressive().attribute("circling", 1.6));
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
                .monster(Scenes.aggressive().skills("arrow").attribute("keepsOff", 3.5))
                .realm(3)
                .with(new MonsterAi());
        Monster archer = realm.monster("goblin", 10, 10);
        Player player = realm.player("a", 11.5, 10);
        archer.readyAt("arrow", 1000);
        realm.ticks(100);
        assertThat(archer.distance(player)).isBetween(3.4, 3.8);
        assertThat(archer.state()).isEqualTo(AiState.ATTACK);
    }
}
