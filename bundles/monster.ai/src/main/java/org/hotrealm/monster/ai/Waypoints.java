package org.hotrealm.monster.ai;

import java.util.List;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Monster;

/** The way a guard walks: which waypoint comes after which, and how long it rests there. */
final class Waypoints {

    /** So near it has been there. */
    static final double THERE = 0.6;

    private Waypoints() {}

    /** The waypoints of its spawn; none for those that stroll in an area. */
    static List<ZoneMap.Waypoint> of(Thought thought) {
        ZoneMap.Spawn spawn = thought.self().spawn();
        return spawn == null || spawn.path().isEmpty()
                ? List.of()
                : thought.map().paths().getOrDefault(spawn.path(), List.of());
    }

    /** Turns to the waypoint it walks to next. */
    static ZoneMap.Waypoint next(Monster self, List<ZoneMap.Waypoint> points) {
        int at = Math.clamp(self.waypoint(), 0, points.size() - 1);
        if (self.distance(points.get(at).x(), points.get(at).y()) < THERE) {
            return points.get(advance(self, at, points.size()));
        }
        self.waypoint(at, self.waypointDirection());
        return points.get(at);
    }

    /** Counts the waypoint on, back at the ends for {@code ping-pong}. */
    static int advance(Monster self, int at, int count) {
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

    /** How long the waypoint it stands on asks it to rest; below 0 where none does. */
    static int waitMillis(Thought thought) {
        List<ZoneMap.Waypoint> points = of(thought);
        Monster self = thought.self();
        if (self.waypoint() >= points.size()) {
            return ZoneMap.Waypoint.OWN_PAUSE;
        }
        ZoneMap.Waypoint point = points.get(self.waypoint());
        return self.distance(point.x(), point.y()) < THERE ? point.waitMillis() : ZoneMap.Waypoint.OWN_PAUSE;
    }
}
