package org.hotrealm.monster.ai;

import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Path;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/**
 * A* over the tiles of a window around start and goal. One finder serves one tick of one room: its budget of tiles looked
 * at is shared by all monsters, and who gets nothing asks again at its next thought. Where the goal cannot be reached the
 * way leads to the tile nearest to it.
 */
final class PathFinder {

    /** Tiles that all searches of a tick may look at. */
    static final int BUDGET = 9000;
    /** Tiles that one search may look at. */
    static final int PER_SEARCH = 3000;

    private static final int SPAN = 72;
    private static final int ORTHOGONAL = 10;
    private static final int DIAGONAL = 14;
    private static final int[] DX = {1, -1, 0, 0, 1, 1, -1, -1};
    private static final int[] DY = {0, 0, 1, -1, 1, -1, 1, -1};

    private int budget = BUDGET;
    private final World world;
    private @Nullable Cells cells;

    PathFinder(World world) {
        this.world = world;
    }

    /** Whether a search may still be made in this tick. */
    boolean affordable() {
        return budget > 0;
    }

    /** A way, or null where the budget is spent or no tile nearer to the goal can be reached. */
    @Nullable
    Path find(ZoneMap map, double fromX, double fromY, double toX, double toY, double radius) {
        if (!affordable()) {
            return null;
        }
        int left = (int) Math.floor((fromX + toX) / 2) - SPAN / 2;
        int top = (int) Math.floor((fromY + toY) / 2) - SPAN / 2;
        int start = cell((int) Math.floor(fromX) - left, (int) Math.floor(fromY) - top);
        int goal = cell((int) Math.floor(toX) - left, (int) Math.floor(toY) - top);
        Cells found = cells == null ? new Cells(world, SPAN * SPAN) : cells;
        cells = found;
        found.begin();
        int end = search(map, left, top, start, goal, found);
        return end == start ? null : way(map, found, left, top, start, end, fromX, fromY, toX, toY, radius);
    }

    private int search(ZoneMap map, int left, int top, int start, int goal, Cells open) {
        open.reach(start, start, 0, estimate(start, goal));
        int nearest = start;
        int least = estimate(start, goal);
        for (int looked = 0; !open.isEmpty() && looked < PER_SEARCH && budget > 0; looked++, budget--) {
            int at = open.takeBest();
            int left2 = estimate(at, goal);
            if (left2 < least) {
                least = left2;
                nearest = at;
            }
            if (at == goal) {
                return goal;
            }
            expand(map, left, top, at, goal, open);
        }
        return nearest;
    }

    private static void expand(ZoneMap map, int left, int top, int at, int goal, Cells open) {
        int x = at % SPAN;
        int y = at / SPAN;
        for (int i = 0; i < DX.length; i++) {
            int nx = x + DX[i];
            int ny = y + DY[i];
            if (nx < 0 || ny < 0 || nx >= SPAN || ny >= SPAN || map.blocked(left + nx, top + ny)) {
                continue;
            }
            boolean diagonal = i >= 4;
            if (diagonal && (map.blocked(left + nx, top + y) || map.blocked(left + x, top + ny))) {
                continue;
            }
            int next = ny * SPAN + nx;
            int cost = open.cost(at) + (diagonal ? DIAGONAL : ORTHOGONAL);
            open.reach(next, at, cost, cost + estimate(next, goal));
        }
    }

    /** Walks back from the end and keeps only the corners that are needed; all but the last are centres of tiles. */
    private static Path way(
            ZoneMap map,
            Cells found,
            int left,
            int top,
            int start,
            int end,
            double fromX,
            double fromY,
            double toX,
            double toY,
            double radius) {
        int[] tiles = found.way();
        int count = 0;
        for (int at = end; at != start; at = found.from(at)) {
            count++;
        }
        for (int at = end, i = count - 1; at != start; at = found.from(at), i--) {
            tiles[i] = at;
        }
        boolean whole = (int) Math.floor(toX) == left + end % SPAN && (int) Math.floor(toY) == top + end / SPAN;
        boolean exact = whole && !map.blocked(toX, toY, radius);
        double lastX = exact ? toX : left + end % SPAN + 0.5;
        double lastY = exact ? toY : top + end / SPAN + 0.5;
        int kept = 0;
        double x = fromX;
        double y = fromY;
        for (int i = 0; i < count - 1; i++) {
            boolean last = i == count - 2;
            double nextX = last ? lastX : left + tiles[i + 1] % SPAN + 0.5;
            double nextY = last ? lastY : top + tiles[i + 1] / SPAN + 0.5;
            if (!Terrain.straight(map, x, y, nextX, nextY, radius)) {
                x = left + tiles[i] % SPAN + 0.5;
                y = top + tiles[i] / SPAN + 0.5;
                tiles[kept++] = tiles[i];
            }
        }
        return path(tiles, kept, left, top, lastX, lastY);
    }

    private static Path path(int[] tiles, int kept, int left, int top, double lastX, double lastY) {
        double[] xs = new double[kept + 1];
        double[] ys = new double[kept + 1];
        for (int i = 0; i < kept; i++) {
            xs[i] = left + tiles[i] % SPAN + 0.5;
            ys[i] = top + tiles[i] / SPAN + 0.5;
        }
        xs[kept] = lastX;
        ys[kept] = lastY;
        return new Path(xs, ys, 0);
    }

    private static int estimate(int from, int to) {
        int dx = Math.abs(from % SPAN - to % SPAN);
        int dy = Math.abs(from / SPAN - to / SPAN);
        return ORTHOGONAL * Math.max(dx, dy) + (DIAGONAL - ORTHOGONAL) * Math.min(dx, dy);
    }

    private static int cell(int x, int y) {
        return Math.clamp(y, 0, SPAN - 1) * SPAN + Math.clamp(x, 0, SPAN - 1);
    }
}
