package org.hotrealm.realm.zone;

import java.util.List;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Push;
import org.hotrealm.realm.api.World;

/**
 * MOVE: carries out the velocities that actors asked for, or what throws them about. The same for players and monsters: no
 * faster than their speed, and only the share of it that their statuses leave them,
 * along x first and then along y, each stopped at the edge of a blocked tile, so that bodies slide along walls. Steps are
 * short enough to miss no tile.
 */
final class Movement {

    private static final double LONGEST_STEP = 0.25;
    /** Room left between a body and a wall, so that rounding never puts it inside. */
    private static final double GAP = 1e-4;

    private Movement() {}

    static void run(World world) {
        move(world, world.players());
        move(world, world.monsters());
    }

    private static void move(World world, List<? extends Actor> actors) {
        double seconds = world.tick().seconds();
        for (int i = 0; i < actors.size(); i++) {
            Actor actor = actors.get(i);
            Push push = actor.push();
            if (push != null) {
                if (world.tick().number() <= push.until()) {
                    thrown(world, actor, push, seconds);
                    continue;
                }
                actor.push(null);
            }
            if (actor.velocityX() == 0 && actor.velocityY() == 0) {
                continue;
            }
            if (actor.alive()) {
                walk(world, actor, seconds * actor.pace());
            } else {
                actor.walk(0, 0);
            }
        }
    }

    private static void walk(World world, Actor actor, double seconds) {
        double asked = Math.sqrt(actor.velocityX() * actor.velocityX() + actor.velocityY() * actor.velocityY());
        double scale = seconds * Math.min(1, actor.speed() / asked);
        if (scale > 0) {
            move(world, actor, actor.velocityX() * scale, actor.velocityY() * scale);
        }
    }

    /** Whoever a wall has stopped is thrown no further. */
    private static void thrown(World world, Actor actor, Push push, double seconds) {
        boolean moved = move(world, actor, push.velocityX() * seconds, push.velocityY() * seconds);
        if (!moved || world.tick().number() == push.until()) {
            actor.push(null);
        }
    }

    /** Whether it has got anywhere. */
    private static boolean move(World world, Actor actor, double dx, double dy) {
        int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / LONGEST_STEP);
        double x = actor.x();
        double y = actor.y();
        double radius = actor.radius();
        ZoneMap map = world.map();
        for (int i = 0; i < steps; i++) {
            x = alongX(map, x, y, dx / steps, radius);
            y = alongY(map, x, y, dy / steps, radius);
        }
        boolean moved = x != actor.x() || y != actor.y();
        if (moved) {
            world.place(actor, x, y);
        }
        return moved;
    }

    private static double alongX(ZoneMap map, double x, double y, double dx, double radius) {
        if (dx == 0 || !map.blocked(x + dx, y, radius)) {
            return x + dx;
        }
        double flush = flush(x, dx, radius);
        return (flush - x) * dx > 0 && !map.blocked(flush, y, radius) ? flush : x;
    }

    private static double alongY(ZoneMap map, double x, double y, double dy, double radius) {
        if (dy == 0 || !map.blocked(x, y + dy, radius)) {
            return y + dy;
        }
        double flush = flush(y, dy, radius);
        return (flush - y) * dy > 0 && !map.blocked(x, flush, radius) ? flush : y;
    }

    /** The place where the body touches the edge of the tile it was about to enter. */
    private static double flush(double from, double by, double radius) {
        return by > 0
                ? Math.floor(from + by + radius) - radius - GAP
                : Math.floor(from + by - radius) + 1 + radius + GAP;
    }
}
