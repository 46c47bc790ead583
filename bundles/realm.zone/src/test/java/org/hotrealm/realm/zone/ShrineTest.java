package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.api.Test;

/** Where those stand who come in. */
final class ShrineTest {

    private final Bench bench = new Bench(Samples.with(Maps.field(80).build()).build());

    @Test
    void whoComesFirstStandsAtTheStartAndTheNextBesideIt() throws RefusedException {
        ZoneMap.Point start = bench.world.map().start();
        Player ada = bench.player(bench.join("Ada"));
        Player bob = bench.player(bench.join("Bob"));
        assertThat(ada.distance(start.x(), start.y())).isZero();
        assertThat(bob.distance(start.x(), start.y())).isEqualTo(1);
    }

    @Test
    void aCrowdStandsAroundTheStartAndNobodyInAnother() throws RefusedException {
        List<Player> crowd = crowd(50);
        for (Player one : crowd) {
            assertThat(bench.world.map().blocked(one.x(), one.y(), one.radius()))
                    .isFalse();
            assertThat(crowd)
                    .filteredOn(other -> other != one && other.distance(one) < 0.8)
                    .isEmpty();
        }
    }

    @Test
    void whereAllPlacesAreTakenOneStandsAtTheStart() throws RefusedException {
        ZoneMap.Point start = bench.world.map().start();
        List<Player> crowd = crowd(62);
        assertThat(crowd.getLast().distance(start.x(), start.y())).isZero();
    }

    private List<Player> crowd(int many) throws RefusedException {
        List<Player> crowd = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String name = "p" + i;
            crowd.add(bench.player(bench.join(Payload.map("name", name), name)));
        }
        return crowd;
    }
}
