package org.hotrealm.content.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which tiles of a map a tile blocks: those whose middles the shapes of Tiled's collision editor cover where it stands,
 * and its own where its property {@code blocked} says so. The client reckons the same ({@code collision.ts}).
 */
final class Blocking {

    private static final long ACROSS = 0x8000_0000L;
    private static final long DOWN = 0x4000_0000L;
    private static final long DIAGONAL = 0x2000_0000L;
    private static final long TURNS = 0xF000_0000L;

    /** Tiles that a shape may reach from its own. */
    private static final int REACH = 8;

    /** A step from a tile to one that it blocks. */
    record Step(int x, int y) {}

    private record Tile(List<Shape> shapes, boolean own, double width, double height, double left, double top) {}

    private final double mapWidth;
    private final double mapHeight;
    private final Map<Long, Tile> tiles = new HashMap<>();
    private final Map<Long, List<Step>> known = new HashMap<>();

    Blocking(Json map, Problems problems) {
        mapWidth = map.number("tilewidth", 1);
        mapHeight = map.number("tileheight", 1);
        for (Json set : map.get("tilesets").items()) {
            for (Json tile : set.get("tiles").items()) {
                add(set, tile, problems);
            }
        }
    }

    private void add(Json set, Json tile, Problems problems) {
        List<Json> objects = tile.get("objectgroup").get("objects").items();
        List<Shape> shapes =
                objects.stream().map(Shape::of).filter(Objects::nonNull).toList();
        boolean own = tile.property("blocked").node().booleanValue(false);
        if (objects.isEmpty() && !own) {
            return;
        }
        long number = set.integer("firstgid", 1) + tile.integer("id", 0);
        tiles.put(
                number,
                new Tile(
                        shapes,
                        own,
                        tile.number("imagewidth", set.number("tilewidth", mapWidth)),
                        tile.number("imageheight", set.number("tileheight", mapHeight)),
                        set.get("tileoffset").number("x", 0),
                        set.get("tileoffset").number("y", 0)));
        if (steps(number).isEmpty()) {
            problems.at(
                    tile.get("objectgroup"),
                    "the collision shapes of tile %d%s cover the middle of no tile, so they would block nothing: make them larger, or delete them"
                            .formatted(tile.integer("id", 0), named(tile)));
        }
    }

    private static String named(Json tile) {
        String name = tile.text("type", tile.text("class", ""));
        return name.isEmpty() ? "" : " ('" + name + "')";
    }

    /** From a tile with this number, with Tiled's bits for flips, to all that it blocks. */
    List<Step> steps(long number) {
        return known.computeIfAbsent(number, this::reckon);
    }

    private List<Step> reckon(long number) {
        Tile tile = tiles.get(number & ~TURNS);
        if (tile == null) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (int y = -REACH; y <= REACH; y++) {
            for (int x = -REACH; x <= REACH; x++) {
                if ((tile.own() && x == 0 && y == 0) || covers(tile, number, x, y)) {
                    steps.add(new Step(x, y));
                }
            }
        }
        return List.copyOf(steps);
    }

    /** Whether a tile so turned covers the middle of the one so many steps away. */
    private boolean covers(Tile tile, long number, int stepX, int stepY) {
        boolean diagonal = (number & DIAGONAL) != 0;
        double width = diagonal ? tile.height() : tile.width();
        double height = diagonal ? tile.width() : tile.height();
        // A picture larger than the grid stands on the lower edge of its tile.
        double px = (stepX + 0.5) * mapWidth - tile.left();
        double py = (stepY + 0.5) * mapHeight - tile.top() - (mapHeight - height);
        double flatX = (number & ACROSS) != 0 ? width - px : px;
        double flatY = (number & DOWN) != 0 ? height - py : py;
        double x = diagonal ? flatY : flatX;
        double y = diagonal ? flatX : flatY;
        for (Shape shape : tile.shapes()) {
            if (shape.covers(x, y)) {
                return true;
            }
        }
        return false;
    }
}
