package org.hotrealm.monster.ai;

import java.util.List;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.jspecify.annotations.Nullable;

/** What a monster perceives: within its sight, ahead of it or very near, and with nothing between. */
final class Senses {

    /** Steps this near are heard from behind. */
    static final double HEARD_WITHIN = 1.5;

    private Senses() {}

    /** The nearest player perceived, the lower id among equals, or null. */
    static @Nullable Actor nearest(Thought thought) {
        Monster self = thought.self();
        List<Player> players = thought.world().players();
        Actor nearest = null;
        double least = thought.def().sight() * thought.def().sight();
        int count = players.size();
        for (int i = 0; i < count; i++) {
            Player player = players.get(i);
            double dx = player.x() - self.x();
            double dy = player.y() - self.y();
            double square = dx * dx + dy * dy;
            if (square <= least && (nearest == null || square < least) && perceives(thought, player, square)) {
                nearest = player;
                least = square;
            }
        }
        return nearest;
    }

    private static boolean perceives(Thought thought, Actor other, double square) {
        Monster self = thought.self();
        return Targets.fair(thought, other)
                && (square <= HEARD_WITHIN * HEARD_WITHIN || ahead(self, thought.def(), other))
                && thought.map().sees(self.x(), self.y(), other.x(), other.y());
    }

    private static boolean ahead(Monster self, MonsterDef def, Actor other) {
        if (def.fieldOfView() >= 360) {
            return true;
        }
        double direction = Math.atan2(other.y() - self.y(), other.x() - self.x());
        double off = Math.abs(Math.IEEEremainder(direction - self.facing(), 2 * Math.PI));
        return Math.toDegrees(off) <= def.fieldOfView() / 2;
    }
}
