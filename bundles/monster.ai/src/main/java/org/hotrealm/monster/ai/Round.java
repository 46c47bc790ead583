package org.hotrealm.monster.ai;

import java.util.Arrays;
import java.util.List;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Path;

/** A guard's way along its waypoints, in ticks instead of steps. */
final class Round {

    private final Thought thought;
    private final Monster self;
    private final List<ZoneMap.Waypoint> points;
    /** Tiles from each waypoint to the following, NaN where not yet asked. */
    private final double[] lengths;

    private double x;
    private double y;

    Round(Thought thought, List<ZoneMap.Waypoint> points) {
        this.thought = thought;
        this.self = thought.self();
        this.points = points;
        this.lengths = new double[points.size()];
        Arrays.fill(lengths, Double.NaN);
        x = self.x();
        y = self.y();
    }

    void walk(long ticks) {
        ZoneMap.Waypoint first = Waypoints.next(self, points);
        long left = leg(ticks, first, way(x, y, first.x(), first.y()));
        left = left < 0 ? left : left % Math.max(1, round());
        while (left >= 0) {
            long walks = left - restTicks();
            if (walks < 0) {
                rest(-walks);
                return;
            }
            int from = self.waypoint();
            int to = Waypoints.advance(self, from, points.size());
            left = leg(walks, points.get(to), length(from, to));
        }
    }

    /** How long it takes from here until it is here again, walking the same way. */
    private long round() {
        int start = self.waypoint();
        int direction = self.waypointDirection();
        long sum = 0;
        for (int i = 0; i < 2 * points.size(); i++) {
            sum += restTicks();
            int from = self.waypoint();
            sum += walkTicks(length(from, Waypoints.advance(self, from, points.size())));
            if (self.waypoint() == start && self.waypointDirection() == direction) {
                return sum;
            }
        }
        self.waypoint(start, direction);
        return sum;
    }

    /** Walks to a waypoint; the ticks left there, or below 0 where they end on the way. */
    private long leg(long ticks, ZoneMap.Waypoint to, double length) {
        long left = ticks - walkTicks(length);
        if (left < 0 && length - ticks * perTick() > Waypoints.THERE) {
            stop(to, ticks * perTick());
            return left;
        }
        x = to.x();
        y = to.y();
        if (left < 0) {
            // So near it would be taken to have rested there.
            rest(restTicks() - left);
        }
        return left;
    }

    /** Puts it so many tiles along the way to a waypoint. */
    private void stop(ZoneMap.Waypoint to, double tiles) {
        double[] corners = corners(x, y, to.x(), to.y());
        double left = tiles;
        double atX = x;
        double atY = y;
        for (int i = 0; i < corners.length && left > 0; i += 2) {
            double dx = corners[i] - atX;
            double dy = corners[i + 1] - atY;
            double length = Math.max(1e-9, Math.hypot(dx, dy));
            double share = Math.min(1, left / length);
            atX += dx * share;
            atY += dy * share;
            left -= length;
            self.face(Math.atan2(dy, dx));
        }
        put(atX, atY);
    }

    private void rest(long ticks) {
        put(x, y);
        Notes.rest(self, thought.inState() + ticks);
    }

    private void put(double toX, double toY) {
        if (!thought.map().blocked(toX, toY, self.radius())) {
            thought.world().place(self, toX, toY);
        }
    }

    private long restTicks() {
        int wait = points.get(self.waypoint()).waitMillis();
        return wait >= 0 ? Absence.roundedRest(thought.ticks(wait)) : Absence.meanPause(thought);
    }

    private long walkTicks(double length) {
        return (long) Math.ceil(length / perTick());
    }

    private double perTick() {
        return thought.def().patrolSpeed() * thought.world().tick().seconds();
    }

    /** Tiles between two waypoints that follow each other. */
    private double length(int from, int to) {
        int slot = Math.abs(from - to) == 1 ? Math.min(from, to) : points.size() - 1;
        if (Double.isNaN(lengths[slot])) {
            ZoneMap.Waypoint a = points.get(from);
            ZoneMap.Waypoint b = points.get(to);
            lengths[slot] = way(a.x(), a.y(), b.x(), b.y());
        }
        return lengths[slot];
    }

    private double way(double fromX, double fromY, double toX, double toY) {
        double[] corners = corners(fromX, fromY, toX, toY);
        double sum = 0;
        double atX = fromX;
        double atY = fromY;
        for (int i = 0; i < corners.length; i += 2) {
            sum += Math.hypot(corners[i] - atX, corners[i + 1] - atY);
            atX = corners[i];
            atY = corners[i + 1];
        }
        return sum;
    }

    /** The way from one place to another: straight where that is free, or where no way can be found now. */
    private double[] corners(double fromX, double fromY, double toX, double toY) {
        boolean free = Terrain.straight(thought.map(), fromX, fromY, toX, toY, self.radius());
        Path path = free ? null : thought.paths().find(thought.map(), fromX, fromY, toX, toY, self.radius());
        if (path == null) {
            return new double[] {toX, toY};
        }
        double[] corners = new double[2 * path.xs().length];
        for (int i = 0; i < path.xs().length; i++) {
            corners[2 * i] = path.xs()[i];
            corners[2 * i + 1] = path.ys()[i];
        }
        return corners;
    }
}
