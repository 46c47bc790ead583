package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.content.api.MonsterDef.Aggression;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.Test;

/** What monsters perceive and whom they go for. */
class PerceptionTest {

    @Test
    void passiveMonsterLeavesPassersByAlone() {
        TestRealm realm = Scenes.realm(Sketch.field(20, 20), Beast.named("slime"));
        Monster slime = realm.monster("slime", 10, 10);
        realm.player("a", 11.5, 10);
        realm.ticks(100);
        assertThat(slime.state()).isEqualTo(AiState.IDLE);
    }

    @Test
    void aggressiveMonsterSeesAheadButNotBehind() {
        TestRealm realm = Scenes.realm(Sketch.field(30, 20), Scenes.aggressive().sight(8, 120));
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
        TestRealm realm = Scenes.realm(Sketch.field(30, 20), Scenes.aggressive().sight(8, 120));
        Monster goblin = realm.monster("goblin", 10, 5);
        realm.player("a", 8.8, 5);
        realm.ticks(8);
        assertThat(goblin.target()).isNotZero();
    }

    @Test
    void wallHidesThePlayer() {
        TestRealm realm = Scenes.realm(Sketch.of("""
                        ##############
                        #.....#......#
                        #.....#......#
                        #.....#......#
                        ##############
                        """), Scenes.aggressive());
        Monster goblin = realm.monster("goblin", 3.5, 2.5);
        realm.player("a", 9.5, 2.5);
        realm.ticks(40);
        assertThat(goblin.state()).isEqualTo(AiState.IDLE);
    }

    @Test
    void playerInASafeAreaIsNobodysEnemyAndGettingThereEndsTheChase() {
        TestRealm realm = Scenes.realm(Sketch.of("""
                        ################
                        #.........sssss#
                        #.........sssss#
                        #.........sssss#
                        ################
                        """), Scenes.aggressive());
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
    void targetChangesOnlyForClearlyMoreThreat() {
        TestRealm realm = Scenes.realm(Sketch.field(30, 30), Beast.named("goblin"));
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
    void helpersOfHelpersAreNotCalled() {
        TestRealm realm = Scenes.realm(
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
}
