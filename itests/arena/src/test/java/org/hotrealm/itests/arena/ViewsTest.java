package org.hotrealm.itests.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hotrealm.itests.arena.ArenaState.Entity;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;

class ViewsTest {

    private static final int CLIENTS = 4;

    @Property(tries = 100)
    void aClientSeesWhatIsWithinItsRadiusAndKeepsItALittleLonger(
            @ForAll @IntRange(min = 1, max = 1_000_000) int seed,
            @ForAll @DoubleRange(min = 3, max = 80) double radius,
            @ForAll @IntRange(min = 1, max = 80) int ticks) {
        Rules rules = new Rules(150, 100, 20, CLIENTS, 5, radius);
        Arena arena = new Arena(rules, seed);
        List<StateView> views = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            views.add(new StateView());
            arena.join("s" + i, views.get(i));
            arena.direct("s" + i, i - 1.5, 0.5);
        }
        // Views are brought up to date every fifth tick.
        for (int tick = 0; tick < ticks * 5; tick++) {
            arena.tick();
        }
        for (int client = 0; client < CLIENTS; client++) {
            check(arena, arena.players.live(client), views.get(client), radius);
        }
    }

    private static void check(Arena arena, int slot, StateView view, double radius) {
        double x = arena.players.x[slot];
        double y = arena.players.y[slot];
        for (int thing = 0; thing < arena.monsters.count() + CLIENTS; thing++) {
            StateObject picture = arena.picture(thing);
            if (picture == null) {
                continue;
            }
            int monsters = arena.monsters.count();
            float thingX = thing < monsters ? arena.monsters.x[thing] : arena.players.x[thing - monsters];
            float thingY = thing < monsters ? arena.monsters.y[thing] : arena.players.y[thing - monsters];
            if (view.has(picture)) {
                assertThat(Entity.X.get(picture)).isEqualTo(thingX);
                assertThat(Entity.Y.get(picture)).isEqualTo(thingY);
            }
            double distance = Math.hypot(thingX - x, thingY - y);
            if (distance < radius * 0.999) {
                assertThat(view.has(picture)).as("%s at %s", thing, distance).isTrue();
            } else if (distance > radius * 1.151) {
                assertThat(view.has(picture)).as("%s at %s", thing, distance).isFalse();
            }
        }
    }

    @Property(tries = 50)
    void whoLeavesIsSeenByNobody(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        Arena arena = new Arena(new Rules(10, 20, 20, CLIENTS, 5, 50), seed);
        StateView stays = new StateView();
        arena.join("stays", stays);
        arena.join("goes", new StateView());
        for (int tick = 0; tick < 5; tick++) {
            arena.tick();
        }
        assertThat(stays.size()).isEqualTo(12);
        arena.leave("goes");
        assertThat(stays.size()).isEqualTo(11);
    }
}
