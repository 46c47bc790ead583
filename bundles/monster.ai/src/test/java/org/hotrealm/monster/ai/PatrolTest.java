package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hotrealm.content.api.MonsterDef.Patrol.Mode;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.Test;

/** How monsters spend their time at peace. */
class PatrolTest {

    @Test
    void guardWalksItsWaypointsBackAndForth() {
        Sketch sketch = Sketch.of("""
                ############
                #1...2....3#
                #..........#
                ############
                """).spawn("guard", 1, 1, 1, 2, 1, "round");
        TestRealm realm = Scenes.realm(sketch, Beast.named("guard").patrols(Mode.PING_PONG));
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
        TestRealm realm = Scenes.realm(sketch, Beast.named("guard").patrols(Mode.LOOP));
        assertThat(waypoints(realm, 900)).startsWith(1, 2, 0, 1);
    }

    /** The waypoints a lone guard sets out for, after the first. */
    private static List<Integer> waypoints(TestRealm realm, int ticks) {
        Monster guard = realm.world().monsters().getFirst();
        realm.player("watcher", 2.5, 2.5);
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
    void guardRestsAsLongAsItsWaypointSays() {
        Sketch sketch = Sketch.of("""
                ############
                #1...2....3#
                #..........#
                ############
                """).spawn("guard", 1, 1, 1, 2, 1, "round").wait('2', 5_000);
        TestRealm realm = Scenes.realm(sketch, Beast.named("guard").patrols(Mode.PING_PONG));
        Monster guard = realm.world().monsters().getFirst();
        realm.player("watcher", 2.5, 2.5);
        int arrived = realm.until(() -> guard.waypoint() == 1 && guard.state() == AiState.IDLE, 200);
        assertThat(arrived).isPositive();
        assertThat(realm.until(() -> guard.state() == AiState.PATROL, 200)).isBetween(100, 104);
        assertThat(realm.until(() -> guard.waypoint() == 2 && guard.state() == AiState.IDLE, 200))
                .isPositive();
        assertThat(realm.until(() -> guard.state() == AiState.PATROL, 200)).isBetween(10, 14);
    }

    @Test
    void strollerStaysInItsAreaAndRestsBetweenWays() {
        Sketch sketch = Sketch.field(40, 40).spawn("slime", 8, 10, 10, 12, 9, "");
        TestRealm realm = Scenes.realm(sketch, Beast.named("slime").patrols(Mode.RANDOM));
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
}
