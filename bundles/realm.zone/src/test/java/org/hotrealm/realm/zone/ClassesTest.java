package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.junit.jupiter.api.Test;

/** The class a player joins with, and what its client is told of cooling skills. */
final class ClassesTest {

    private final Bench bench = new Bench(Samples.with(Maps.field(80).build()).build());

    @Test
    void coolingSkillsAreToldToTheirOwnersClientOnlyAndOnce() throws RefusedException {
        FakeSeat ada = bench.join("Ada");
        FakeSeat bob = bench.join("Bob");
        Player player = bench.player(ada);
        bench.room.pin(Bench.system("skills", Phase.SKILL, world -> {
            if (world.tick().number() == 1) {
                player.readyAt("strike", 17);
                player.cast(new Cast("strike", 0, 1, 1, 1, 4));
                world.happened(new Event.CastBegun(player.id(), "strike", 0, 1, 1, 3));
                world.happened(new Event.Cooling(player.id(), "strike", 16, 10));
            }
        }));
        bench.tick(2);
        assertThat(ada.sent("cooldown")).containsExactly(Payload.map("skill", "strike", "ticks", 16, "global", 10));
        assertThat(bob.sent("cooldown")).isEmpty();
        assertThat(bob.sent("cast")).hasSize(1);
    }

    @Test
    void whoComesBackIsToldWhatOfItIsStillCooling() throws RefusedException {
        FakeSeat ada = bench.join("Ada");
        bench.tick();
        bench.player(ada).readyAt("strike", 21);
        bench.zone.drop(bench.room, ada);
        bench.zone.reconnect(bench.room, ada);
        assertThat(ada.sent("cooldown")).containsExactly(Payload.map("skill", "strike", "ticks", 20, "global", 0));
    }

    @Test
    void classAskedForIsTakenAndTheFirstWhereNoneIs() throws RefusedException {
        FakeSeat seat = bench.room.sit("x");
        bench.zone.join(bench.room, seat, Payload.map("name", "Ada", "heroClass", "hero"));
        assertThat(bench.player(seat).heroClass()).isEqualTo("hero");
        assertThat(bench.player(bench.join("Bob")).heroClass()).isEqualTo("hero");
        Payload welcome = seat.sent("welcome").getFirst();
        assertThat(welcome.field("heroClass")).isEqualTo("hero");
        assertThat(((Map<?, ?>) welcome.field("classes")).get("hero")).isNotNull();
    }

    @Test
    void unknownClassIsRefusedWithThoseThereAre() {
        FakeSeat seat = bench.room.sit("x");
        assertThatThrownBy(() -> bench.zone.join(bench.room, seat, Payload.map("heroClass", "bard")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("heroClass")
                .hasMessageContaining("bard")
                .hasMessageContaining("there are hero");
        assertThat(bench.world.players()).isEmpty();
    }
}
