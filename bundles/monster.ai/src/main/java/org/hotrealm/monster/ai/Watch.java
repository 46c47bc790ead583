package org.hotrealm.monster.ai;

import java.util.Arrays;
import java.util.List;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;

/**
 * Where somebody may see what happens, in squares of {@value #SQUARE} tiles: a row of bits for each row of squares. Beyond
 * it monsters at peace sleep. In a room that cannot keep up it ends where players' sight does.
 */
final class Watch {

    private static final int SQUARE = 8;
    /** Zones have at most so many squares across. */
    private static final int ACROSS = 32;

    private static final double LEAST = 24;
    /** How much further than players see, so that nobody is seen waking up. */
    private static final double MARGIN = 1.3;

    private final int[] rows;

    Watch(World world) {
        rows = world.scratch("monsters.watch", ACROSS);
        Arrays.fill(rows, 0);
        double sight = world.content().realm().sightTiles();
        double far = world.rung() > 0 ? sight : Math.max(LEAST, MARGIN * sight);
        List<Player> players = world.players();
        for (int i = 0; i < players.size(); i++) {
            mark(players.get(i), far);
        }
    }

    private void mark(Player player, double far) {
        int left = square(player.x() - far);
        int right = square(player.x() + far);
        int across = (-1 << left) & (-1 >>> (ACROSS - 1 - right));
        for (int row = square(player.y() - far); row <= square(player.y() + far); row++) {
            rows[row] |= across;
        }
    }

    /** Whether somebody is near enough to see it soon. */
    boolean near(Monster monster) {
        return (rows[square(monster.y())] >>> square(monster.x()) & 1) != 0;
    }

    private static int square(double tiles) {
        return Math.clamp((int) tiles / SQUARE, 0, ACROSS - 1);
    }
}
