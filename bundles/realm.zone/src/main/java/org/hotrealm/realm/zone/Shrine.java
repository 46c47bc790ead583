package org.hotrealm.realm.zone;

import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;

/** Where those stand who come into a zone or back from death: about its start, and not in one another. */
final class Shrine {

    /** So far from each other, in tiles, from middle to middle. */
    private static final double ELBOW_ROOM = 0.8;

    private static final int RINGS = 4;
    private static final int PLACES_OF_FIRST_RING = 6;

    private Shrine() {}

    /** The first free place, ring by ring; the start itself where all are taken. */
    static void stand(World world, Player player) {
        ZoneMap.Point start = world.map().start();
        for (int ring = 0; ring <= RINGS; ring++) {
            int places = Math.max(1, PLACES_OF_FIRST_RING * ring);
            for (int i = 0; i < places; i++) {
                // StrictMath: the same place on every machine.
                double angle = 2 * Math.PI * i / places;
                double x = start.x() + ring * StrictMath.cos(angle);
                double y = start.y() + ring * StrictMath.sin(angle);
                if (free(world, player, x, y)) {
                    world.place(player, x, y);
                    return;
                }
            }
        }
        world.place(player, start.x(), start.y());
    }

    private static boolean free(World world, Player player, double x, double y) {
        ZoneMap map = world.map();
        if (map.blocked(x, y, player.radius())
                || !map.sees(map.start().x(), map.start().y(), x, y)) {
            return false;
        }
        for (Player other : world.players()) {
            if (other.id() != player.id() && other.distance(x, y) < ELBOW_ROOM) {
                return false;
            }
        }
        return true;
    }
}
