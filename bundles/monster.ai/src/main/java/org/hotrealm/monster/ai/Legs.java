package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Path;
import org.jspecify.annotations.Nullable;

/** How a monster walks: straight where the way is free, along a path elsewhere. */
final class Legs {

    /** How near is there, in tiles. */
    static final double THERE = 0.2;

    private Legs() {}

    /** Sets out for a place; whether a way was found. A place it is on its way to already keeps its way. */
    static boolean setOut(Thought thought, double x, double y) {
        Monster self = thought.self();
        if (Terrain.straight(thought.map(), self.x(), self.y(), x, y, self.radius())) {
            self.path(null);
            self.goal(x, y);
            return true;
        }
        Path known = self.path();
        if (known != null && !known.done() && near(known, x, y)) {
            self.goal(x, y);
            return true;
        }
        Path found = thought.paths().find(thought.map(), self.x(), self.y(), x, y, self.radius());
        if (found == null) {
            return false;
        }
        self.path(found);
        self.goal(x, y);
        return near(found, x, y);
    }

    /** Whether a path ends at a place, or so near that it may be followed a little longer. */
    private static boolean near(Path path, double x, double y) {
        int last = path.xs().length - 1;
        return Math.hypot(path.xs()[last] - x, path.ys()[last] - y) < 1;
    }

    /** Whether it stands at its goal, or has none. */
    static boolean arrived(Thought thought) {
        Monster self = thought.self();
        if (Double.isNaN(self.goalX())) {
            return true;
        }
        Path path = self.path();
        boolean lastLeg = path == null || path.done();
        return lastLeg && (path != null || self.distance(self.goalX(), self.goalY()) <= THERE);
    }

    /**
     * Walks on towards the goal.
     *
     * @param speed tiles a second
     * @param most ticks after which it wants to look again at the latest
     * @param apart whether neighbours push it aside
     * @return ticks until it should look again: earlier where it gets to a corner before
     */
    static int follow(Thought thought, double speed, int most, boolean apart) {
        Monster self = thought.self();
        Path path = skipReached(self);
        if (Double.isNaN(self.goalX()) || (path != null && path.done())) {
            self.walk(0, 0);
            return most;
        }
        double x = path == null ? self.goalX() : path.xs()[path.next()];
        double y = path == null ? self.goalY() : path.ys()[path.next()];
        double distance = self.distance(x, y);
        if (distance < 1e-3) {
            self.walk(0, 0);
            return 1;
        }
        double made = speed * self.pace();
        if (made <= 0) {
            // Rooted: it goes on when it can.
            return most;
        }
        double perTick = made * thought.world().tick().seconds();
        int ticks = Math.clamp((long) Math.ceil(distance / perTick), 1, most);
        double pace = Math.min(speed, distance / (ticks * thought.world().tick().seconds() * self.pace()));
        step(thought, (x - self.x()) / distance, (y - self.y()) / distance, pace, apart);
        return ticks;
    }

    private static @Nullable Path skipReached(Monster self) {
        Path path = self.path();
        boolean reached = false;
        while (path != null && !path.done() && self.distance(path.xs()[path.next()], path.ys()[path.next()]) <= THERE) {
            path = path.advance();
            reached = true;
        }
        if (reached) {
            self.path(path);
        }
        return path;
    }

    private static void step(Thought thought, double x, double y, double pace, boolean apart) {
        Monster self = thought.self();
        double toX = x;
        double toY = y;
        if (apart) {
            thought.crowd().around(thought);
            toX += thought.crowd().x();
            toY += thought.crowd().y();
        }
        double length = Math.sqrt(toX * toX + toY * toY);
        double scale = length > 1 ? pace / length : pace;
        self.walk(toX * scale, toY * scale);
        self.face(Math.atan2(y, x));
    }
}
