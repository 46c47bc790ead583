package org.hotrealm.realm.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.World;

final class NearbyProperties {

    @Property(tries = 200)
    void aSearchVisitsTheLivingWithinTheRadiusByRisingIdWhereverTheyHaveMoved(
            @ForAll long seed,
            @ForAll @IntRange(max = 150) int many,
            @ForAll @DoubleRange(min = -10, max = 74) double x,
            @ForAll @DoubleRange(min = -10, max = 74) double y,
            @ForAll @DoubleRange(max = 40) double radius) {
        World world = crowd(new Random(seed), many);

        List<Integer> visited = new ArrayList<>();
        world.near(x, y, radius, actor -> {
            visited.add(actor.id());
            world.near(actor.x(), actor.y(), radius / 2, inner -> {});
        });

        assertThat(visited)
                .isEqualTo(world.monsters().stream()
                        .filter(Monster::alive)
                        .filter(monster -> square(monster, x, y) <= radius * radius)
                        .map(Actor::id)
                        .toList());
    }

    @Property(tries = 300)
    void aStretchIsSortedAndNothingBesideIt(@ForAll @Size(max = 400) long[] keys, @ForAll long seed) {
        Random random = new Random(seed);
        int from = random.nextInt(keys.length + 1);
        int to = from + random.nextInt(keys.length + 1 - from);
        long[] expected = keys.clone();
        Arrays.sort(expected, from, to);

        new Ascending().sort(keys, from, to);

        assertThat(keys).isEqualTo(expected);
    }

    /** Many on few places, some dead, each moved once. */
    private static World crowd(Random random, int many) {
        World world = new Script(1).world;
        for (int i = 0; i < many; i++) {
            world.addMonster("goblin", random.nextInt(2, 62), random.nextInt(2, 62) + 0.5);
        }
        for (Monster monster : world.monsters()) {
            world.place(monster, random.nextInt(2, 62), random.nextInt(2, 62) + 0.5);
            monster.hp(random.nextInt(4) == 0 ? 0 : monster.maxHp());
        }
        return world;
    }

    private static double square(Actor actor, double x, double y) {
        double dx = actor.x() - x;
        double dy = actor.y() - y;
        return dx * dx + dy * dy;
    }
}
