package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotrealm.content.api.MonsterDef.Patrol.Mode;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Monsters that nobody can see sleep, and are where they should be when somebody comes. */
class AbsenceTest {

    /** The guards' corner is far from where the watcher of the other realm stands. */
    private static TestRealm guarded(Mode mode) {
        String far = ".".repeat(70);
        Sketch sketch = Sketch.of("""
                ##############%2$s##
                #1......2....#%1$s.#
                #.#########..#%1$s.#
                #.#########..#%1$s.#
                #4.......3...#%1$s.#
                ##############%2$s##
                """.formatted(far, "#".repeat(70)))
                .spawn("guard", 1, 1.2, 1.2, 0.6, 0.6, "round")
                .wait('3', 3_000);
        return Scenes.realm(sketch, Beast.named("guard").patrols(mode));
    }

    private static Monster guard(TestRealm realm) {
        return realm.world().monsters().getFirst();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOOP", "PING_PONG"})
    void guardThatWasSkippedStandsWhereTheFullSimulationHasIt(Mode mode) {
        for (int ticks = 40; ticks <= 1500; ticks += 97) {
            TestRealm watched = guarded(mode);
            watched.player("watcher", 3.5, 1.5);
            watched.ticks(ticks);
            TestRealm slept = guarded(mode);
            slept.ticks(ticks - 1);
            slept.player("comer", 3.5, 1.5);
            slept.tick();
            Monster seen = guard(watched);
            Monster woken = guard(slept);
            assertThat(woken.distance(seen.x(), seen.y()))
                    .as(
                            "after %d ticks: watched %s at %.1f,%.1f, woken at %.1f,%.1f",
                            ticks, seen.waypoint(), seen.x(), seen.y(), woken.x(), woken.y())
                    .isLessThan(1.0);
            watched.ticks(60);
            slept.ticks(60);
            assertThat(woken.distance(seen.x(), seen.y())).as("60 ticks on").isLessThan(1.2);
        }
    }

    @Test
    void strollerIsFoundInItsAreaWhereItCouldHaveWalked() {
        Sketch sketch = Sketch.field(120, 20).spawn("slime", 30, 5, 5, 14, 10, "");
        TestRealm realm = Scenes.realm(sketch, Beast.named("slime").patrols(Mode.RANDOM));
        realm.ticks(60);
        List<double[]> before = places(realm);
        realm.ticks(2000);
        assertThat(places(realm)).usingRecursiveComparison().isEqualTo(before);
        realm.player("comer", 12, 10);
        realm.tick();
        List<double[]> after = places(realm);
        int moved = 0;
        for (int i = 0; i < after.size(); i++) {
            Monster slime = realm.world().monsters().get(i);
            assertThat(slime.spawn().area().contains(slime.x(), slime.y())).isTrue();
            moved += Math.hypot(after.get(i)[0] - before.get(i)[0], after.get(i)[1] - before.get(i)[1]) > 0.5 ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(20);
    }

    private static List<double[]> places(TestRealm realm) {
        return realm.world().monsters().stream()
                .map(m -> new double[] {m.x(), m.y()})
                .toList();
    }

    @Test
    void whoHasNotRestedLongEnoughIsFoundWhereItWas() {
        Sketch sketch = Sketch.field(120, 20).spawn("slime", 1, 5, 5, 10, 10, "");
        TestRealm realm = Scenes.realm(sketch, Beast.named("slime").patrols(Mode.RANDOM));
        Monster slime = guard(realm);
        double x = slime.x();
        realm.ticks(5);
        realm.player("comer", 12, 10);
        realm.tick();
        assertThat(slime.x()).isEqualTo(x);
        assertThat(slime.state()).isEqualTo(AiState.IDLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20})
    void monstersThatNobodySeesThinkOnceAndThenNoMore(int kinds) {
        Sketch sketch = Sketch.field(120, 40).spawn("slime", kinds, 10, 10, 12, 9, "");
        TestRealm realm = Scenes.realm(sketch, Beast.named("slime").patrols(Mode.RANDOM));
        realm.player("far away", 110, 20);
        realm.ticks(8);
        assertThat(realm.world().monsters())
                .allSatisfy(m -> assertThat(m.thinkAt()).isEqualTo(Long.MAX_VALUE));
        realm.player("comer", 30, 15);
        realm.tick();
        assertThat(realm.world().monsters())
                .allSatisfy(m -> assertThat(m.thinkAt()).isLessThan(100));
    }

    @Test
    void sleepersAreFoundAtTheSamePlacesFromTheSameSeed() {
        assertThat(digest()).isEqualTo(digest());
    }

    private static long digest() {
        TestRealm realm = guarded(Mode.LOOP);
        realm.ticks(777);
        realm.player("comer", 3.5, 1.5);
        realm.ticks(40);
        return realm.world().digest();
    }
}
