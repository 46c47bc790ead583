package org.hotrealm.monster.ai;

import org.hotrealm.content.api.ZoneMap;

/** Questions about walking on a map. */
final class Terrain {

    private static final double STEP = 0.2;

    private Terrain() {}

    /** Whether a body of this radius can walk straight from one point to another. */
    static boolean straight(ZoneMap map, double fromX, double fromY, double toX, double toY, double radius) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        int steps = (int) Math.ceil(Math.sqrt(dx * dx + dy * dy) / STEP);
        for (int i = 1; i <= steps; i++) {
            if (map.blocked(fromX + dx * i / steps, fromY + dy * i / steps, radius)) {
                return false;
            }
        }
        return true;
    }
}
