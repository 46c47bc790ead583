package org.hotrealm.realm.testkit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ZoneMap;

/** A zone drawn as text: {@code #} is blocked, {@code @} the start, anything else free. Spawns and paths are added. */
public final class Maps {

    private final List<String> rows;
    private final List<ZoneMap.Spawn> spawns = new ArrayList<>();
    private final Map<String, List<ZoneMap.Waypoint>> paths = new LinkedHashMap<>();
    private final List<ZoneMap.Area> safe = new ArrayList<>();

    private Maps(List<String> rows) {
        this.rows = rows;
    }

    /** A zone of these rows, all of one length. */
    public static Maps of(String... rows) {
        return new Maps(List.of(rows));
    }

    /** A free square with a wall around it, its start in the middle. */
    public static Maps field(int size) {
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < size; y++) {
            boolean rim = y == 0 || y == size - 1;
            String inner = (rim ? "#" : ".").repeat(size - 2);
            String row = "#" + inner + "#";
            rows.add(y == size / 2 ? row.substring(0, size / 2) + "@" + row.substring(size / 2 + 1) : row);
        }
        return new Maps(rows);
    }

    /** Adds a spawn in a rectangle. */
    public Maps spawn(String id, String monster, int count, double x, double y, double width, double height) {
        return spawn(new ZoneMap.Spawn(id, monster, count, new ZoneMap.Area(x, y, width, height), ""));
    }

    /** Adds a spawn. */
    public Maps spawn(ZoneMap.Spawn spawn) {
        spawns.add(spawn);
        return this;
    }

    /** Adds waypoints: x and y in turn. */
    public Maps path(String name, double... xy) {
        List<ZoneMap.Waypoint> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new ZoneMap.Waypoint(xy[i], xy[i + 1], ZoneMap.Waypoint.OWN_PAUSE));
        }
        paths.put(name, points);
        return this;
    }

    /** Adds a safe area. */
    public Maps safe(double x, double y, double width, double height) {
        safe.add(new ZoneMap.Area(x, y, width, height));
        return this;
    }

    /** The finished zone, called {@code test}. */
    public ZoneMap build() {
        int width = rows.getFirst().length();
        BitSet blocked = new BitSet();
        ZoneMap.Point start = new ZoneMap.Point(width / 2.0, rows.size() / 2.0);
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < width; x++) {
                char tile = rows.get(y).charAt(x);
                blocked.set(y * width + x, tile == '#');
                if (tile == '@') {
                    start = new ZoneMap.Point(x + 0.5, y + 0.5);
                }
            }
        }
        return new ZoneMap("test", width, rows.size(), blocked, spawns, paths, start, safe);
    }
}
