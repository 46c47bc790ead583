package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.MonsterDef.Aggression;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.Test;

/** Wolves hunt together: one prey, one bite after the other, round it in between. */
class PackTest {

    private static final int TURN = 12;

    private static Beast wolf() {
        return Beast.named("wolf")
                .aggression(Aggression.NEUTRAL)
                .assists(9)
                .attribute("turn", 0.6)
                .attribute("prowls", 2.4)
                .attribute("circling", 2.2);
    }

    private static List<Monster> wolves(TestRealm realm, int count) {
        List<Monster> wolves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            wolves.add(realm.monster("wolf", 20 + i, 24));
        }
        return wolves;
    }

    @Test
    void packBitesOneAfterTheOtherAndEachGetsItsTurn() {
        TestRealm realm = Scenes.realm(Sketch.field(40, 40), wolf());
        List<Monster> wolves = wolves(realm, 4);
        Player player = realm.player("prey", 20, 20);
        wolves.getFirst().threat().add(player.id(), 10);
        Map<Integer, Integer> bites = new HashMap<>();
        long last = 0;
        for (int i = 0; i < 600; i++) {
            realm.tick();
            for (Intent.Use bite : realm.world().take(Intent.Use.class)) {
                long now = realm.world().tick().number();
                assertThat(now - last).as("ticks since the last bite").isGreaterThanOrEqualTo(TURN);
                last = now;
                bites.merge(bite.actor(), 1, Integer::sum);
                ((Monster) realm.world().actor(bite.actor())).readyAt("bite", now + 20);
            }
        }
        assertThat(bites).hasSize(4);
        assertThat(bites.values()).allSatisfy(count -> assertThat(count).isBetween(6, 14));
    }

    @Test
    void packGoesForWhomItHatesMostTogether() {
        TestRealm realm = Scenes.realm(Sketch.field(40, 40), wolf());
        List<Monster> wolves = wolves(realm, 3);
        Player first = realm.player("first", 18, 20);
        Player second = realm.player("second", 24, 20);
        wolves.get(0).threat().add(first.id(), 10);
        wolves.get(1).threat().add(first.id(), 4);
        realm.ticks(20);
        assertThat(wolves).allSatisfy(wolf -> assertThat(wolf.target()).isEqualTo(first.id()));
        wolves.get(2).threat().add(second.id(), 40);
        realm.ticks(6);
        assertThat(wolves).allSatisfy(wolf -> assertThat(wolf.target()).isEqualTo(second.id()));
    }

    @Test
    void thoseThatWaitProwlAroundTheirPrey() {
        TestRealm realm = Scenes.realm(Sketch.field(40, 40), wolf());
        List<Monster> wolves = wolves(realm, 3);
        Player player = realm.player("prey", 20, 20);
        wolves.getFirst().threat().add(player.id(), 10);
        realm.ticks(100);
        double turned = 0;
        for (int i = 0; i < 100; i++) {
            long now = realm.world().tick().number();
            wolves.forEach(wolf -> wolf.readyAt("bite", now + 30));
            Monster wolf = wolves.get(1);
            double before = Math.atan2(wolf.y() - player.y(), wolf.x() - player.x());
            realm.tick();
            double after = Math.atan2(wolf.y() - player.y(), wolf.x() - player.x());
            turned += Math.IEEEremainder(after - before, 2 * Math.PI);
        }
        assertThat(Math.abs(turned)).isGreaterThan(3);
        assertThat(wolves).allSatisfy(wolf -> {
            assertThat(wolf.state()).isEqualTo(AiState.ATTACK);
            assertThat(wolf.distance(player)).isBetween(1.8, 3.2);
        });
    }
}
