package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Path;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.testkit.FakeRandom;

class PathFinderProperties {

    private static final int SIZE = 24;
    private static final World SCRATCH = new Kit(Sketch.field(4, 4)).realm(1).world();

    @Property(tries = 400)
    void wayLeadsToTheGoalWhereverThereIsOneAndNeverThroughWalls(@ForAll long seed) {
        FakeRandom random = new FakeRandom(seed);
        ZoneMap map = scattered(random);
        double[] from = free(map, random);
        double[] to = free(map, random);
        Path path = new PathFinder(SCRATCH).find(map, from[0], from[1], to[0], to[1], 0.35);
        boolean same = from[0] == to[0] && from[1] == to[1];
        if (path == null) {
            assertThat(same || !connected(map, from, to)).isTrue();
            return;
        }
        double x = from[0];
        double y = from[1];
        for (int i = 0; i < path.xs().length; i++) {
            assertThat(walkable(map, x, y, path.xs()[i], path.ys()[i]))
                    .as("leg %d", i)
                    .isTrue();
            x = path.xs()[i];
            y = path.ys()[i];
        }
        assertThat(x == to[0] && y == to[1]).isEqualTo(connected(map, from, to));
    }

    /** A leg between neighbouring tiles is allowed by the search itself; a longer one must be free for the body. */
    private static boolean walkable(ZoneMap map, double x, double y, double toX, double toY) {
        return Math.max(Math.abs(toX - x), Math.abs(toY - y)) <= 1 || Terrain.straight(map, x, y, toX, toY, 0.35);
    }

    private static ZoneMap scattered(FakeRandom random) {
        BitSet blocked = new BitSet();
        for (int i = 0; i < SIZE * SIZE; i++) {
            boolean edge = i % SIZE == 0 || i % SIZE == SIZE - 1 || i < SIZE || i >= SIZE * (SIZE - 1);
            blocked.set(i, edge || random.chance(0.35));
        }
        return new ZoneMap("m", SIZE, SIZE, blocked, List.of(), Map.of(), new ZoneMap.Point(1, 1), List.of());
    }

    private static double[] free(ZoneMap map, FakeRandom random) {
        while (true) {
            int x = random.nextInt(SIZE);
            int y = random.nextInt(SIZE);
            if (!map.blocked(x, y)) {
                return new double[] {x + 0.5, y + 0.5};
            }
        }
    }

    private static boolean connected(ZoneMap map, double[] from, double[] to) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.add((int) from[1] * SIZE + (int) from[0]);
        while (!open.isEmpty()) {
            int at = open.poll();
            int x = at % SIZE;
            int y = at / SIZE;
            if (map.blocked(x, y) || seen.get(at)) {
                continue;
            }
            seen.set(at);
            open.addAll(List.of(at + 1, at - 1, at + SIZE, at - SIZE));
        }
        return seen.get((int) to[1] * SIZE + (int) to[0]);
    }
}
