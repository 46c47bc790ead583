package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hotrealm.content.api.MonsterDef.Aggression;
import org.hotrealm.content.api.MonsterDef.Patrol.Mode;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Transition;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Walks every row of the table of transitions, in a world, tick by tick. */
class StateTableTest {

    /** A monster in the state of a row, in a world where the row's condition comes true within some ticks. */
    private record Scene(TestRealm realm, Monster monster, int ticks) {}

    private static final Map<String, Supplier<Scene>> SCENES = new LinkedHashMap<>();

    static {
        SCENES.put("IDLE NO_LIFE", () -> killed(idle(calm())));
        SCENES.put("IDLE ATTACKED", () -> attacked(idle(calm())));
        SCENES.put("IDLE SEES_ENEMY", () -> withPlayerNear(idle(calm().aggression(Aggression.AGGRESSIVE))));
        SCENES.put("IDLE KIN_CALLS", () -> kinCalls(idle(calm().assists(6))));
        SCENES.put("IDLE KIN_ATTACKED", () -> kinAttacked(idle(calm().assists(6))));
        SCENES.put("IDLE RESTED", () -> scene(idle(calm().patrols(Mode.RANDOM)), 20));
        SCENES.put("PATROL NO_LIFE", () -> killed(strolling(calm())));
        SCENES.put("PATROL ATTACKED", () -> attacked(strolling(calm())));
        SCENES.put("PATROL SEES_ENEMY", () -> withPlayerNear(strolling(calm().aggression(Aggression.AGGRESSIVE))));
        SCENES.put("PATROL KIN_CALLS", () -> kinCalls(strolling(calm().assists(6))));
        SCENES.put("PATROL KIN_ATTACKED", () -> kinAttacked(strolling(calm().assists(6))));
        SCENES.put("PATROL ARRIVED", () -> scene(strolling(calm()), 200));
        SCENES.put("PATROL LONG_ON_ITS_WAY", StateTableTest::strollThatNeverEnds);
        SCENES.put("CHASE NO_LIFE", () -> killed(chasing(calm())));
        SCENES.put("CHASE WEAK", () -> weak(chasing(calm().fleesBelow(0.3))));
        SCENES.put("CHASE BEYOND_LEASH", () -> movedOff(chasing(calm().leash(4)), 5));
        SCENES.put("CHASE NO_TARGET", () -> playerDies(chasing(calm())));
        SCENES.put("CHASE IN_REACH", () -> scene(chasing(calm()), 60));
        SCENES.put("CHASE NO_WAY", StateTableTest::walledIn);
        SCENES.put("ATTACK NO_LIFE", () -> killed(attacking(calm())));
        SCENES.put("ATTACK WEAK", () -> weak(attacking(calm().fleesBelow(0.3))));
        SCENES.put("ATTACK BEYOND_LEASH", () -> draggedOff(attacking(calm().leash(4))));
        SCENES.put("ATTACK NO_TARGET", () -> playerDies(attacking(calm())));
        SCENES.put("ATTACK OUT_OF_REACH", () -> playerSteps(attacking(calm())));
        SCENES.put("FLEE NO_LIFE", () -> killed(fleeing(calm())));
        SCENES.put("FLEE BEYOND_LEASH", () -> movedOff(fleeing(calm().leash(4)), 5));
        SCENES.put("FLEE NO_TARGET", () -> playerDies(fleeing(calm())));
        SCENES.put("FLEE HAS_HELP", () -> helpComes(fleeing(calm().assists(4))));
        SCENES.put("FLEE TOOK_HEART", () -> scene(fleeing(calm()), 45));
        SCENES.put("RETURN NO_LIFE", () -> killed(returning(calm())));
        SCENES.put("RETURN ARRIVED", () -> scene(returning(calm()), 80));
        SCENES.put("RETURN LONG_ON_ITS_WAY", StateTableTest::returnThatNeverEnds);
        SCENES.put("DEAD LIFE", () -> revived(killed(idle(calm()))));
    }

    @Test
    void everyRowHasAScene() {
        assertThat(SCENES.keySet())
                .containsExactlyElementsOf(
                        StateTable.RULES.stream().map(StateTableTest::key).toList());
    }

    @TestFactory
    Stream<DynamicTest> rowLeadsFromItsStateToTheNextForItsReason() {
        return StateTable.RULES.stream().map(rule -> DynamicTest.dynamicTest(key(rule), () -> walk(rule)));
    }

    private static void walk(Rule rule) {
        Scene scene = SCENES.get(key(rule)).get();
        Monster monster = scene.monster();
        assertThat(monster.state()).as("state before").isEqualTo(rule.state());
        int before = monster.transitions().size();
        int took =
                scene.realm().until(() -> monster.transitions().size() > before || moved(monster, rule), scene.ticks());
        assertThat(took)
                .as("ticks until something happened; %s", monster.transitions())
                .isPositive();
        Transition last = monster.transitions().getFirst();
        assertThat(last).isEqualTo(new Transition(last.tick(), rule.state(), rule.next(), rule.reason()));
    }

    private static boolean moved(Monster monster, Rule rule) {
        return monster.state() != rule.state();
    }

    private static String key(Rule rule) {
        return rule.state() + " " + rule.condition();
    }

    private static Beast calm() {
        return Beast.named("wolf");
    }

    // Scenes begin in a state

    private static Scene scene(Scene begun, int ticks) {
        return new Scene(begun.realm(), begun.monster(), ticks);
    }

    private static Scene idle(Beast beast) {
        return begin(Sketch.field(40, 30), beast, 20.5, 15.5);
    }

    private static Scene begin(Sketch sketch, Beast beast, double x, double y) {
        TestRealm realm = new Kit(sketch).monster(beast).realm(7).with(new MonsterAi());
        realm.player("far", 2.5, 2.5);
        return new Scene(realm, realm.monster("wolf", x, y), 8);
    }

    private static Scene strolling(Beast beast) {
        Scene scene = idle(beast.patrols(Mode.RANDOM));
        assertThat(scene.realm().until(() -> scene.monster().state() == AiState.PATROL, 30))
                .isPositive();
        return scene;
    }

    /** After a player four tiles off. */
    private static Scene chasing(Beast beast) {
        Scene scene = attacked(idle(beast));
        assertThat(scene.realm().until(() -> scene.monster().state() == AiState.CHASE, 10))
                .isPositive();
        return scene;
    }

    private static Scene attacking(Beast beast) {
        Scene scene = chasing(beast);
        assertThat(scene.realm().until(() -> scene.monster().state() == AiState.ATTACK, 60))
                .isPositive();
        return scene;
    }

    private static Scene fleeing(Beast beast) {
        Scene scene = weak(attacking(beast.fleesBelow(0.3)));
        assertThat(scene.realm().until(() -> scene.monster().state() == AiState.FLEE, 8))
                .isPositive();
        return scene;
    }

    private static Scene returning(Beast beast) {
        Scene scene = playerDies(attacking(beast));
        assertThat(scene.realm().until(() -> scene.monster().state() == AiState.RETURN, 8))
                .isPositive();
        return scene;
    }

    // What happens in them

    private static Scene killed(Scene scene) {
        scene.monster().hp(0);
        return scene(scene, 1);
    }

    private static Scene revived(Scene scene) {
        scene.realm().tick();
        scene.monster().hp(10);
        return scene(scene, 1);
    }

    private static Scene attacked(Scene scene) {
        Player player = scene.realm()
                .player("foe", scene.monster().x() + 4, scene.monster().y());
        scene.monster().threat().add(player.id(), 5);
        return scene(scene, 8);
    }

    private static Scene withPlayerNear(Scene scene) {
        scene.realm().player("foe", scene.monster().x() + 4, scene.monster().y());
        return scene(scene, 8);
    }

    private static Scene kinAttacked(Scene scene) {
        Monster kin = scene.realm()
                .monster("wolf", scene.monster().x(), scene.monster().y() + 4);
        Player player = scene.realm().player("foe", kin.x() + 4, kin.y() + 4);
        kin.threat().add(player.id(), 5);
        return scene(scene, 16);
    }

    private static Scene kinCalls(Scene scene) {
        Monster kin = scene.realm()
                .monster("wolf", scene.monster().x(), scene.monster().y() + 4);
        Player player = scene.realm().player("foe", kin.x() + 4, kin.y() + 4);
        kin.threat().add(player.id(), 5);
        kin.enter(AiState.FLEE, "for the scene");
        kin.target(player.id());
        return scene(scene, 16);
    }

    private static Scene helpComes(Scene scene) {
        scene.realm().monster("wolf", scene.monster().x() - 3, scene.monster().y());
        return scene(scene, 30);
    }

    private static Scene weak(Scene scene) {
        scene.monster().hp(20);
        return scene(scene, 4);
    }

    private static Player foe(Scene scene) {
        return scene.realm().world().player("foe");
    }

    private static Scene playerDies(Scene scene) {
        foe(scene).hp(0);
        return scene(scene, 4);
    }

    private static Scene playerSteps(Scene scene) {
        scene.realm()
                .world()
                .place(foe(scene), scene.monster().x() + 3, scene.monster().y());
        return scene(scene, 4);
    }

    private static Scene movedOff(Scene scene, double tiles) {
        scene.realm()
                .world()
                .place(scene.monster(), scene.monster().x(), scene.monster().y() + tiles);
        return scene(scene, 4);
    }

    private static Scene draggedOff(Scene scene) {
        scene.realm().world().place(foe(scene), foe(scene).x(), foe(scene).y() + 5);
        return movedOff(scene, 5);
    }

    private static Scene strollThatNeverEnds() {
        Scene scene = strolling(calm());
        scene.realm().with(pinned(scene.monster()));
        return scene(scene, 1300);
    }

    private static Scene returnThatNeverEnds() {
        Scene scene = returning(calm());
        scene.realm().with(pinned(scene.monster()));
        return scene(scene, 600);
    }

    /** Whatever it wants, it stays where it is. */
    private static org.hotrealm.realm.api.RealmSystem pinned(Monster monster) {
        return new org.hotrealm.realm.api.RealmSystem() {
            @Override
            public String system() {
                return "pin";
            }

            @Override
            public org.hotrealm.realm.api.Phase phase() {
                return org.hotrealm.realm.api.Phase.AI;
            }

            @Override
            public void run(org.hotrealm.realm.api.World world) {
                monster.walk(0, 0);
            }
        };
    }

    private static Scene walledIn() {
        Sketch sketch = Sketch.of("""
                ################
                #..............#
                #..............#
                #......#####...#
                #......#...#...#
                #......#...#...#
                #......#####...#
                #..............#
                ################
                """);
        TestRealm realm = new Kit(sketch).monster(calm()).realm(7).with(new MonsterAi());
        Monster monster = realm.monster("wolf", 4.5, 4.5);
        Player player = realm.player("foe", 9.5, 4.5);
        monster.threat().add(player.id(), 5);
        assertThat(realm.until(() -> monster.state() == AiState.CHASE, 8)).isPositive();
        return new Scene(realm, monster, 200);
    }

    @Test
    void rowsOfAStateAreLookedAtInOrder() {
        Scene scene = attacking(calm().fleesBelow(0.3));
        scene.monster().hp(0);
        scene.realm().tick();
        assertThat(scene.monster().state()).isEqualTo(AiState.DEAD);
        assertThat(List.of(scene.monster().transitions().getFirst().reason())).containsExactly("killed");
    }
}
