package org.hotrealm.realm.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.junit.jupiter.api.Test;

/** Monsters of all worlds are counted, each on its own room's thread. */
final class CensusTest {

    private static final Samples SAMPLES =
            Samples.with(Maps.field(40).spawn("camp", "goblin", 5, 2, 2, 12, 12).build());

    private final Census census = new Census();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final FakeRoom room = new FakeRoom(1);

    private LiveWorld world() {
        LiveWorld world = (LiveWorld) new WorldsComponent().create(room, SAMPLES.build());
        world.counted(census.open());
        return world;
    }

    private static void second(LiveWorld world, FakeRoom room) {
        for (int i = 0; i < 20; i++) {
            world.begin(room.nextTick());
            world.publish();
        }
    }

    private double shown(String kind, AiState state) {
        return registry.get("hotrealm.monsters")
                .tag("kind", kind)
                .tag("state", state.name().toLowerCase(java.util.Locale.ROOT))
                .gauge()
                .value();
    }

    @Test
    void monstersOfAllWorldsAreAddedUpByKindAndState() {
        LiveWorld one = world();
        Monster monster = one.monsters().getFirst();
        long ofKind = one.monsters().stream()
                .filter(each -> each.kind().equals(monster.kind()))
                .count();
        census.bindTo(registry);

        second(one, room);
        assertThat(shown(monster.kind(), AiState.IDLE)).isEqualTo(ofKind);

        monster.enter(AiState.CHASE, "for the test");
        LiveWorld other = world();
        second(one, room);
        second(other, room);
        assertThat(shown(monster.kind(), AiState.CHASE)).isEqualTo(1);
        assertThat(shown(monster.kind(), AiState.IDLE)).isEqualTo(2 * ofKind - 1);
    }
}
