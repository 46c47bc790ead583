package org.hotrealm.itests.swap;

import java.util.Arrays;
import java.util.List;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Path;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/**
 * The world at one edge of a tick.
 *
 * @param tick the tick
 * @param digest the world's own digest of everything in it
 * @param monsters what must not be lost, a text each
 * @param busy how many monsters are after somebody
 */
record Edge(long tick, long digest, List<String> monsters, int busy) {

    static Edge of(World world, boolean whole) {
        List<String> texts = world.monsters().stream().map(Edge::text).toList();
        int busy = (int) world.monsters().stream()
                .filter(monster -> monster.target() != 0)
                .count();
        return new Edge(world.tick().number(), whole ? world.digest() : 0, texts, busy);
    }

    /** Position, hit points, state, target and timers. */
    private static String text(Monster monster) {
        return "%s#%d at %s,%s facing %s hp %d state %s since %d target %d threat %d goal %s,%s path %s think %d died %d back %d ready %s cast %s waypoint %d/%d last %s"
                .formatted(
                        monster.kind(),
                        monster.id(),
                        monster.x(),
                        monster.y(),
                        monster.facing(),
                        monster.hp(),
                        monster.state(),
                        monster.stateSince(),
                        monster.target(),
                        monster.threat().actors().length,
                        monster.goalX(),
                        monster.goalY(),
                        path(monster.path()),
                        monster.thinkAt(),
                        monster.diedAt(),
                        monster.respawnAt(),
                        monster.skills().stream().map(monster::readyAt).toList(),
                        monster.cast(),
                        monster.waypoint(),
                        monster.waypointDirection(),
                        monster.transitions());
    }

    private static String path(@Nullable Path path) {
        return path == null ? "none" : Arrays.toString(path.xs()) + Arrays.toString(path.ys()) + path.next();
    }
}
