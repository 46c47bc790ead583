package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hotrealm.content.api.MonsterDef.Patrol.Mode;
import org.hotrealm.monster.api.MonsterBrain;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.Test;

/** The system as a whole: the same seed gives the same world, a new version goes on, brains take over. */
class MonsterAiTest {

    @Test
    void sameSeedGivesTheSameWorldAndAnotherSeedAnother() {
        assertThat(digestAfterABrawl(5)).isEqualTo(digestAfterABrawl(5)).isNotEqualTo(digestAfterABrawl(6));
    }

    private static long digestAfterABrawl(long seed) {
        Sketch sketch = Sketch.field(50, 50).spawn("goblin", 15, 10, 10, 30, 30, "");
        TestRealm realm = new Kit(sketch)
                .monster(Scenes.aggressive().patrols(Mode.RANDOM).assists(6).fleesBelow(0.3))
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
                .monster(Scenes.aggressive().patrols(Mode.RANDOM).assists(6))
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
        Kit kit = new Kit(Sketch.field(20, 20)).monster(Beast.named("dragon")).monster(Scenes.aggressive());
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
        Kit kit = new Kit(Sketch.field(20, 20)).monster(Scenes.aggressive());
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
