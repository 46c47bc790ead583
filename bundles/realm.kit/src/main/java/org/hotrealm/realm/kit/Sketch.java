package org.hotrealm.realm.kit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ZoneMap;

/**
 * A zone drawn in text, one character a tile: {@code #} is blocked, {@code @} the start, {@code s} safe, a digit a waypoint
 * of the path {@code round} (in order of the digits), anything else free.
 */
public final class Sketch {

    private final List<String> rows;
    private final List<ZoneMap.Spawn> spawns = new ArrayList<>();
    private final Map<Character, Integer> waits = new TreeMap<>();

    private Sketch(List<String> rows) {
        this.rows = rows;
    }

    /** A zone of these rows, separated by line breaks. */
    public static Sketch of(String rows) {
        return new Sketch(rows.lines().toList());
    }

    /** An open field of this size with a wall around it. */
    public static Sketch field(int width, int height) {
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            boolean edge = y == 0 || y == height - 1;
            rows.add(edge ? "#".repeat(width) : "#" + ".".repeat(width - 2) + "#");
        }
        return new Sketch(rows);
    }

    /** Adds a spawn over an area. */
    public Sketch spawn(String monster, int count, double x, double y, double width, double height, String path) {
        spawns.add(new ZoneMap.Spawn(
                "spawn" + spawns.size(), monster, count, new ZoneMap.Area(x, y, width, height), path));
        return this;
    }

    /** Lets whoever gets to a waypoint rest there for so long. */
    public Sketch wait(char waypoint, int millis) {
        waits.put(waypoint, millis);
        return this;
    }

    /** The zone, named {@code sketch}. */
    public ZoneMap zone() {
        int width = rows.getFirst().length();
        BitSet blocked = new BitSet();
        TreeMap<Character, ZoneMap.Waypoint> waypoints = new TreeMap<>();
        List<ZoneMap.Area> safe = new ArrayList<>();
        ZoneMap.Point start = new ZoneMap.Point(1.5, 1.5);
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < width; x++) {
                char c = rows.get(y).charAt(x);
                ZoneMap.Point centre = new ZoneMap.Point(x + 0.5, y + 0.5);
                blocked.set(y * width + x, c == '#');
                if (Character.isDigit(c)) {
                    waypoints.put(
                            c,
                            new ZoneMap.Waypoint(x + 0.5, y + 0.5, waits.getOrDefault(c, ZoneMap.Waypoint.OWN_PAUSE)));
                } else if (c == 's') {
                    safe.add(new ZoneMap.Area(x, y, 1, 1));
                } else if (c == '@') {
                    start = centre;
                }
            }
        }
        Map<String, List<ZoneMap.Waypoint>> paths =
                waypoints.isEmpty() ? Map.of() : Map.of("round", List.copyOf(waypoints.values()));
        return new ZoneMap("sketch", width, rows.size(), blocked, spawns, paths, start, safe);
    }
}
