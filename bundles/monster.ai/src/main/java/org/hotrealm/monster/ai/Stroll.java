package org.hotrealm.monster.ai;

import java.util.List;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Monster;

/** Where a monster goes when nothing else is to be done: along its waypoints, or to some point of its area. */
final class Stroll {

    /** A leg at random is no longer than this, so that it rests now and then on the way through a large area. */
    private static final double LEG = 7;
    /** Without an area it stays this near to its home. */
    private static final double AROUND_HOME = 4;

    private static final int TRIES = 6;

    private Stroll() {}

    /** Chooses the next place and sets out; without a way it stays without a goal. */
    static void begin(Thought thought) {
        ZoneMap.Spawn spawn = thought.self().spawn();
        List<ZoneMap.Point> points =
                spawn == null ? List.of() : thought.map().paths().getOrDefault(spawn.path(), List.of());
        boolean found = points.isEmpty() ? random(thought) : waypoint(thought, points);
        if (!found) {
            thought.self().noGoal();
        }
    }

    private static boolean waypoint(Thought thought, List<ZoneMap.Point> points) {
        Monster self = thought.self();
        int at = Math.clamp(self.waypoint(), 0, points.size() - 1);
        if (self.distance(points.get(at).x(), points.get(at).y()) < 0.6) {
            at = advance(self, at, points.size());
        } else {
            self.waypoint(at, self.waypointDirection());
        }
        ZoneMap.Point goal = points.get(at);
        boolean found = Legs.setOut(thought, goal.x(), goal.y());
        if (!found) {
            // Nobody waits for ever before a waypoint that a wall has closed off.
            advance(self, at, points.size());
        }
        return found;
    }

    private static int advance(Monster self, int at, int count) {
        if (self.def().patrol().mode() != MonsterDef.Patrol.Mode.PING_PONG) {
            self.waypoint((at + 1) % count, 1);
            return self.waypoint();
        }
        int direction = self.waypointDirection() < 0 ? -1 : 1;
        int next = at + direction;
        if (next < 0 || next >= count) {
            direction = -direction;
            next = Math.clamp(at + direction, 0, count - 1);
        }
        self.waypoint(next, direction);
        return next;
    }

    private static boolean random(Thought thought) {
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
