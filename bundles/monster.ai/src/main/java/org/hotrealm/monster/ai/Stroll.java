package org.hotrealm.monster.ai;

import java.util.List;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Monster;

/** Where a monster goes when nothing else is to be done: along its waypoints, or to some point of its area. */
final class Stroll {

    /** A leg at random is no longer than this, so that it rests now and then on the way through a large area. */
    static final double LEG = 7;
    /** Without an area it stays this near to its home. */
    private static final double AROUND_HOME = 4;

    private static final int TRIES = 6;

    private Stroll() {}

    /** Chooses the next place and sets out; without a way it stays without a goal. */
    static void begin(Thought thought) {
        List<ZoneMap.Waypoint> points = Waypoints.of(thought);
        boolean found = points.isEmpty() ? random(thought) : waypoint(thought, points);
        if (!found) {
            thought.self().noGoal();
        }
    }

    private static boolean waypoint(Thought thought, List<ZoneMap.Waypoint> points) {
        Monster self = thought.self();
        ZoneMap.Waypoint goal = Waypoints.next(self, points);
        boolean found = Legs.setOut(thought, goal.x(), goal.y());
        if (!found) {
            // Nobody waits for ever before a waypoint that a wall has closed off.
            Waypoints.advance(self, self.waypoint(), points.size());
        }
        return found;
    }

    /** Sets out for a point at random; false where no way leads to any of those tried. */
    static boolean random(Thought thought) {
        Monster self = thought.self();
        for (int i = 0; i < TRIES; i++) {
            ZoneMap.Area area = near(self, area(self));
            double x = thought.world().random().between(area.x(), area.x() + area.width());
            double y = thought.world().random().between(area.y(), area.y() + area.height());
            if (!thought.map().blocked(x, y, self.radius()) && Legs.setOut(thought, x, y)) {
                return true;
            }
        }
        return false;
    }

    private static ZoneMap.Area area(Monster self) {
        ZoneMap.Spawn spawn = self.spawn();
        return spawn != null
                ? spawn.area()
                : new ZoneMap.Area(
                        self.homeX() - AROUND_HOME, self.homeY() - AROUND_HOME, 2 * AROUND_HOME, 2 * AROUND_HOME);
    }

    /** The part of its area within a leg, or the whole where it is outside. */
    private static ZoneMap.Area near(Monster self, ZoneMap.Area area) {
        double left = Math.max(area.x(), self.x() - LEG);
        double top = Math.max(area.y(), self.y() - LEG);
        double right = Math.min(area.x() + area.width(), self.x() + LEG);
        double bottom = Math.min(area.y() + area.height(), self.y() + LEG);
        return left < right && top < bottom ? new ZoneMap.Area(left, top, right - left, bottom - top) : area;
    }
}
