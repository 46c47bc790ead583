package org.hotrealm.content.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ZoneMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns one Tiled map into a zone. A tile is blocked where the collision shapes of a tile of any layer cover its middle
 * ({@link Blocking}), or an object of the object layer {@code collision} does. The object layers {@code spawns},
 * {@code paths} and {@code places} hold the rest.
 */
final class Zones {

    /** A wait belongs to a waypoint this near, in tiles. */
    private static final double ON_WAYPOINT = 0.5;

    private final Json map;
    private final Problems problems;
    private final int width;
    private final int height;
    private final double tileWidth;
    private final double tileHeight;
    private final BitSet blocked = new BitSet();
    private final List<ZoneMap.Spawn> spawns = new ArrayList<>();
    private final Map<String, List<ZoneMap.Waypoint>> paths = new LinkedHashMap<>();
    private final List<Json> waits = new ArrayList<>();
    private final List<ZoneMap.Area> safe = new ArrayList<>();
    private ZoneMap.@Nullable Point start;

    private Zones(Json map, Problems problems) {
        this.map = map;
        this.problems = problems;
        this.width = map.integer("width", 0);
        this.height = map.integer("height", 0);
        this.tileWidth = map.number("tilewidth", 1);
        this.tileHeight = map.number("tileheight", 1);
    }

    /** The zone of a file that fits its schema; with problems added it is of no use. */
    static ZoneMap read(String name, Json map, Problems problems) {
        Zones reading = new Zones(map, problems);
        reading.layers(map.get("layers"), new Blocking(map, problems));
        reading.waits.forEach(reading::rest);
        return reading.zone(name);
    }

    private ZoneMap zone(String name) {
        if (start == null) {
            problems.at(
                    map, "there is no point named 'start' in an object layer 'places': players need a place to appear");
        }
        ZoneMap.Point begin = start == null ? new ZoneMap.Point(0, 0) : start;
        return new ZoneMap(name, width, height, blocked, spawns, paths, begin, safe);
    }

    private void layers(Json layers, Blocking blocking) {
        for (Json layer : layers.items()) {
            switch (layer.text("type", "")) {
                case "tilelayer" -> tiles(layer, blocking);
                case "objectgroup" -> objects(layer);
                case "group" -> layers(layer.get("layers"), blocking);
                default -> {}
            }
        }
    }

    private void tiles(Json layer, Blocking blocking) {
        Json data = layer.get("data");
        if (data.node().size() != width * height) {
            problems.at(
                    data.missing() ? layer : data,
                    "tile layer '%s' has %d tiles, but the map is %d × %d = %d"
                            .formatted(layer.text("name", ""), data.node().size(), width, height, width * height));
            return;
        }
        for (int i = 0; i < width * height; i++) {
            for (Blocking.Step step : blocking.steps(data.node().get(i).longValue())) {
                block(i % width + step.x(), i / width + step.y());
            }
        }
    }

    private void block(int x, int y) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            blocked.set(y * width + x);
        }
    }

    private void objects(Json layer) {
        for (Json object : layer.get("objects").items()) {
            switch (layer.text("name", "")) {
                case "spawns" -> spawn(object);
                case "paths" -> path(object);
                case "places" -> place(object);
                case "collision" -> block(object);
                default -> {}
            }
        }
    }

    private void spawn(Json at) {
        String id = name(at, "spawn-" + at.integer("id", 0));
        Json monster = at.property("monster");
        Json count = at.property("count");
        if (!monster.node().isString()) {
            problems.at(at, "spawn '%s' needs a property 'monster' (string): the kind of monster".formatted(id));
        }
        if (!count.missing()
                && (!count.node().isInt()
                        || count.node().intValue() < 1
                        || count.node().intValue() > 500)) {
            problems.at(
                    count,
                    "spawn '%s': count must be a whole number from 1 to 500, but is %s".formatted(id, count.node()));
        }
        if (spawns.stream().anyMatch(other -> other.id().equals(id))) {
            problems.at(at, "there are two spawns named '%s': give each its own name".formatted(id));
        }
        String path = at.property("path").node().stringValue("");
        spawns.add(new ZoneMap.Spawn(
                id, monster.node().stringValue(""), count.node().intValue(1), area(at), path));
    }

    private void path(Json at) {
        if (kind(at).equals("wait")) {
            waits.add(at);
            return;
        }
        Json points = at.get("polyline").missing() ? at.get("polygon") : at.get("polyline");
        String name = name(at, "");
        if (name.isEmpty() || points.missing()) {
            problems.at(at, "an object in the layer 'paths' must be a polyline with a name");
            return;
        }
        double x = at.number("x", 0);
        double y = at.number("y", 0);
        paths.put(
                name, new ArrayList<>(points.items(p -> waypoint(point(x + p.number("x", 0), y + p.number("y", 0))))));
    }

    private static ZoneMap.Waypoint waypoint(ZoneMap.Point at) {
        return new ZoneMap.Waypoint(at.x(), at.y(), ZoneMap.Waypoint.OWN_PAUSE);
    }

    /** Points of class {@code wait} say how long monsters rest at the waypoints they lie on. */
    private void rest(Json at) {
        ZoneMap.Point where = point(at.number("x", 0), at.number("y", 0));
        Json millis = at.property("millis");
        if (!millis.node().isInt() || millis.node().intValue() < 0) {
            problems.at(at, "a point of class 'wait' needs a property 'millis' (int), 0 or more");
            return;
        }
        boolean used = false;
        for (List<ZoneMap.Waypoint> points : paths.values()) {
            for (int i = 0; i < points.size(); i++) {
                ZoneMap.Waypoint point = points.get(i);
                if (Math.hypot(point.x() - where.x(), point.y() - where.y()) <= ON_WAYPOINT) {
                    points.set(
                            i,
                            new ZoneMap.Waypoint(
                                    point.x(), point.y(), millis.node().intValue()));
                    used = true;
                }
            }
        }
        if (!used) {
            problems.at(at, "this point of class 'wait' lies on no waypoint: put it on a corner of a path");
        }
    }

    private void place(Json at) {
        if (name(at, "").equals("start")) {
            start = point(at.number("x", 0), at.number("y", 0));
        } else if (kind(at).equals("safe")) {
            safe.add(area(at));
        }
    }

    /** Tiles whose middle lies in it. */
    private void block(Json object) {
        Shape shape = Shape.of(object);
        if (shape == null) {
            problems.at(
                    object,
                    "an object in the layer 'collision' must be a rectangle, an ellipse or a polygon: a point, a line, a text or a picture blocks nothing");
            return;
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (shape.covers((x + 0.5) * tileWidth, (y + 0.5) * tileHeight)) {
                    block(x, y);
                }
            }
        }
    }

    private ZoneMap.Point point(double x, double y) {
        return new ZoneMap.Point(x / tileWidth, y / tileHeight);
    }

    private ZoneMap.Area area(Json at) {
        return new ZoneMap.Area(
                at.number("x", 0) / tileWidth,
                at.number("y", 0) / tileHeight,
                at.number("width", 0) / tileWidth,
                at.number("height", 0) / tileHeight);
    }

    /** What Tiled calls class, and called type before 1.9 and from 1.10 in files. */
    private static String kind(Json at) {
        return at.text("type", at.text("class", ""));
    }

    private static String name(Json at, String otherwise) {
        String name = at.text("name", "");
        return name.isEmpty() ? otherwise : name;
    }
}
