package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import org.hotrealm.content.files.ShippedContent;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Phase;
import org.junit.jupiter.api.Test;

/** Events of a tick become figures. */
final class ZoneMetersTest {

    private final ZoneMeters meters = new ZoneMeters();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Bench bench = new Bench(ShippedContent.read());

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    @Test
    void killsCastsAndDropsAreCountedByWhatTheyAre() throws Exception {
        meters.bindTo(registry);
        int ada = bench.player(bench.join("Ada")).id();
        Monster monster = bench.world.monsters().getFirst();
        bench.tick();

        bench.world.happened(new Event.Died(monster.id(), ada));
        bench.world.happened(new Event.Died(ada, monster.id()));
        bench.world.happened(new Event.CastLanded(ada, "bolt", monster.id(), 0, 0));
        bench.world.happened(new Event.CastBroken(ada, "bolt", "moved"));
        bench.world.happened(new Event.Dropped(monster.id(), 7, "gold", 3));
        meters.happened(bench.world);

        assertThat(count("hotrealm.kills", "kind", monster.kind())).isEqualTo(1);
        assertThat(count("hotrealm.player.deaths")).isEqualTo(1);
        assertThat(count("hotrealm.casts", "skill", "bolt", "outcome", "landed"))
                .isEqualTo(1);
        assertThat(count("hotrealm.casts", "skill", "bolt", "outcome", "broken"))
                .isEqualTo(1);
        String rarity = Objects.requireNonNull(bench.world.content().items().get("gold"))
                .rarity()
                .name()
                .toLowerCase(java.util.Locale.ROOT);
        assertThat(count("hotrealm.loot.drops", "rarity", rarity)).isEqualTo(1);
    }

    @Test
    void eachPhaseIsTimedOnlyWhereSomebodyAsks() {
        assertThat(meters.now()).isZero();
        assertThat(meters.spent(Phase.AI, 0)).isZero();

        meters.bindTo(registry);
        long since = meters.now();
        long then = meters.spent(Phase.AI, since);
        meters.published(then);

        assertThat(then - since).isNotNegative();
        assertThat(registry.get("hotrealm.realm.phase")
                        .tag("phase", "ai")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("hotrealm.realm.phase")
                        .tag("phase", "publish")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("hotrealm.realm.phase")
                        .tag("phase", "move")
                        .timer()
                        .count())
                .isZero();
    }
}
