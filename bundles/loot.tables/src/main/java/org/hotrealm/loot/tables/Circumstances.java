package org.hotrealm.loot.tables;

import org.hotrealm.content.api.LootCondition;
import org.hotrealm.realm.api.ActorVisitor;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/**
 * What conditions are judged by.
 *
 * @param killerLevel the killer's level; 0 where no player killed it
 * @param heroClass the killer's class; the empty string where there is none
 * @param monsterLevel the monster's level
 * @param players living players within {@value #NEAR} tiles
 * @param firstKill whether it is the killer's first of this kind
 * @param second the second of the realm's life
 */
record Circumstances(int killerLevel, String heroClass, int monsterLevel, int players, boolean firstKill, long second) {

    static final double NEAR = 18;

    static Circumstances of(World world, Monster victim, @Nullable Player killer) {
        Count count = new Count();
        world.near(victim.x(), victim.y(), NEAR, count);
        return new Circumstances(
                killer == null ? 0 : killer.level(),
                killer == null ? "" : killer.heroClass(),
                victim.level(),
                count.players,
                killer != null && killer.kills(victim.kind()) == 0,
                world.tick().millis() / 1000);
    }

    private static final class Count implements ActorVisitor {
        private int players;

        @Override
        public void visit(org.hotrealm.realm.api.Actor actor) {
            players += actor instanceof Player ? 1 : 0;
        }
    }

    /** Whether everything that a condition asks for is so. */
    boolean meet(LootCondition when) {
        if (when == LootCondition.ALWAYS) {
            return true;
        }
        return holds(when.killerLevel(), killerLevel)
                && (when.classes().isEmpty() || when.classes().contains(heroClass))
                && holds(when.monsterLevel(), monsterLevel)
                && holds(when.players(), players)
                && (when.firstKill() == null || when.firstKill() == firstKill)
                && (when.time() == null || when.time().holds(second));
    }

    private static boolean holds(LootCondition.@Nullable Range range, int number) {
        return range == null || range.holds(number);
    }
}
