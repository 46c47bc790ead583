package org.hotrealm.content.api;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A zone, from a Tiled JSON map. Coordinates in tiles; x to the right, y down; tile (0,0) covers [0,1) × [0,1).
 *
 * @param name its name
 * @param width tiles across
 * @param height tiles down
 * @param blocked bit {@code y * width + x} is set where nobody walks; must not be changed
 * @param spawns where monsters live
 * @param paths waypoints by name
 * @param start where players appear and come back to
 * @param safe rectangles where monsters do not attack
 */
public record ZoneMap(
        String name,
        int width,
        int height,
        BitSet blocked,
        List<Spawn> spawns,
        Map<String, List<Waypoint>> paths,
        Point start,
        List<Area> safe) {

    /** Copies the lists. */
    public ZoneMap {
        spawns = List.copyOf(spawns);
        paths = Map.copyOf(paths);
        safe = List.copyOf(safe);
    }

    /** Whether this tile cannot be walked; true outside the map. */
    public boolean blocked(int tileX, int tileY) {
        return tileX < 0 || tileY < 0 || tileX >= width || tileY >= height || blocked.get(tileY * width + tileX);
    }

    /** Whether a round body of this radius (below half a tile) cannot stand here. */
    public boolean blocked(double x, double y, double radius) {
        return blocked(floor(x - radius), floor(y - radius))
                || blocked(floor(x + radius), floor(y - radius))
                || blocked(floor(x - radius), floor(y + radius))
                || blocked(floor(x + radius), floor(y + radius));
    }

    /** Whether a straight look from one point to another meets no blocked tile. */
    public boolean sees(double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * 2);
        for (int i = 1; i < steps; i++) {
            if (blocked(floor(fromX + dx * i / steps), floor(fromY + dy * i / steps))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a point lies in a safe area. */
    public boolean safe(double x, double y) {
        for (int i = 0; i < safe.size(); i++) {
            if (safe.get(i).contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    private static int floor(double value) {
        return (int) Math.floor(value);
    }

    /**
     * A corner of a path that monsters walk.
     *
     * @param x tiles from the left
     * @param y tiles from the top
     * @param waitMillis how long whoever gets here rests; {@link #OWN_PAUSE} for as long as its kind does
     */
    public record Waypoint(double x, double y, int waitMillis) {

        /** The pause of the monster's kind. */
        public static final int OWN_PAUSE = -1;
    }

    /** A point in tiles. */
    public record Point(double x, double y) {}

    /** A rectangle in tiles. */
    public record Area(double x, double y, double width, double height) {

        /** Whether the point lies inside. */
        public boolean contains(double px, double py) {
            return px >= x && py >= y && px < x + width && py < y + height;
        }
    }

    /**
     * Where monsters live.
     *
     * @param id its name in the map
     * @param monster monster kind
     * @param count how many
     * @param area where they appear and stroll
     * @param path waypoint path they walk, or the empty string
     */
    public record Spawn(String id, String monster, int count, Area area, String path) {}
}
