package org.hotrealm.content.files;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an object of Tiled covers: a rectangle, an ellipse or a polygon, turned about its own place as the editor does it.
 * The client reckons the same, step by step ({@code collision.ts} in {@code play.web}).
 */
final class Shape {

    private enum Form {
        RECTANGLE,
        ELLIPSE,
        POLYGON
    }

    private final Form form;
    private final double x;
    private final double y;
    private final double width;
    private final double height;
    private final double cos;
    private final double sin;
    private final JsonNode corners;

    private Shape(Json object, Form form) {
        this.form = form;
        this.x = object.number("x", 0);
        this.y = object.number("y", 0);
        this.width = object.number("width", 0);
        this.height = object.number("height", 0);
        this.corners = object.get("polygon").node();
        double turn = object.number("rotation", 0);
        // Quarter turns are exact, so that edges on the grid stay on it.
        double quarters = turn / 90;
        boolean exact = quarters == Math.rint(quarters);
        double angle = StrictMath.toRadians(turn);
        this.cos = exact ? Math.rint(StrictMath.cos(angle)) : StrictMath.cos(angle);
        this.sin = exact ? Math.rint(StrictMath.sin(angle)) : StrictMath.sin(angle);
    }

    /** The shape of an object; null for points, lines, texts and pictures, which cover nothing. */
    static @Nullable Shape of(Json object) {
        if (!object.get("polygon").missing()) {
            return new Shape(object, Form.POLYGON);
        }
        boolean bare = object.get("polyline").missing()
                && object.get("text").missing()
                && object.get("gid").missing()
                && !object.flag("point", false);
        if (!bare || object.number("width", 0) <= 0 || object.number("height", 0) <= 0) {
            return null;
        }
        return new Shape(object, object.flag("ellipse", false) ? Form.ELLIPSE : Form.RECTANGLE);
    }

    /** Whether a point, in the pixels in which the object is given, lies in it; of the rim the upper and left half do. */
    boolean covers(double px, double py) {
        double dx = (px - x) * cos + (py - y) * sin;
        double dy = (py - y) * cos - (px - x) * sin;
        return switch (form) {
            case RECTANGLE -> dx >= 0 && dy >= 0 && dx < width && dy < height;
            case ELLIPSE -> {
                double u = (dx - width / 2) / (width / 2);
                double v = (dy - height / 2) / (height / 2);
                yield u * u + v * v < 1;
            }
            case POLYGON -> within(dx, dy);
        };
    }

    /** Counts the edges to the right: an odd number is inside. */
    private boolean within(double px, double py) {
        boolean inside = false;
        int count = corners.size();
        for (int i = 0, j = count - 1; i < count; j = i++) {
            double ax = corners.get(i).path("x").doubleValue();
            double ay = corners.get(i).path("y").doubleValue();
            double bx = corners.get(j).path("x").doubleValue();
            double by = corners.get(j).path("y").doubleValue();
            if (ay > py != by > py && px < (bx - ax) * (py - ay) / (by - ay) + ax) {
                inside = !inside;
            }
        }
        return inside;
    }
}
