package org.hotrealm.loot.tables;

import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.content.api.ZoneMap.Point;

/** Lays things out around a place, each apart from the others and none where nobody could get at it. */
final class Scatter {

    /** Things turn by the golden angle from one to the next, which never puts two on one spot. */
    private static final double TURN = 2.399963;

    private static final double APART = 0.4;
    /** A thing needs this much room, so that it does not lie in a corner under a wall. */
    private static final double SIZE = 0.2;

    private static final int TRIES = 24;

    private final ZoneMap map;
    private final double x;
    private final double y;
    private int next;

    Scatter(ZoneMap map, double x, double y) {
        this.map = map;
        this.x = x;
        this.y = y;
    }

    /** The place of the next thing; the middle itself where all around is blocked. */
    Point place() {
        for (int i = 0; i < TRIES; i++) {
            int at = next++;
            double distance = APART * Math.sqrt(at);
            double toX = x + distance * Math.cos(at * TURN);
            double toY = y + distance * Math.sin(at * TURN);
            if (!map.blocked(toX, toY, SIZE) && map.sees(x, y, toX, toY)) {
                return new Point(toX, toY);
            }
        }
        return new Point(x, y);
    }
}
