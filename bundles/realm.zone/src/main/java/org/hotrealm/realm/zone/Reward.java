package org.hotrealm.realm.zone;

import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Threat;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what for a monster: experience is shared by threat, which is the damage done and what skills add to it; whoever
 * has the most gets the loot, on a tie who struck the last blow.
 */
final class Reward {

    private Reward() {}

    /** Who gets the loot; null where no player did anything. */
    static @Nullable Player winner(World world, Monster monster, int killer) {
        @Nullable Player best = world.actor(killer) instanceof Player player ? player : null;
        double most = best == null ? 0 : monster.threat().of(best.id());
        for (int actor : monster.threat().actors()) {
            double has = monster.threat().of(actor);
            if (has > most && world.actor(actor) instanceof Player player) {
                best = player;
                most = has;
            }
        }
        return best;
    }

    /** Shares the experience out; everybody who did something gets 1 at least. */
    static void share(World world, Monster monster, Player winner) {
        int xp = monster.def().xp();
        if (xp <= 0) {
            return;
        }
        Threat threat = monster.threat();
        double all = 0;
        for (int actor : threat.actors()) {
            all += world.actor(actor) instanceof Player ? Math.max(0, threat.of(actor)) : 0;
        }
        if (all <= 0) {
            gain(world, winner, xp, monster);
            return;
        }
        for (int actor : threat.actors()) {
            if (world.actor(actor) instanceof Player player && threat.of(actor) > 0) {
                gain(world, player, (int) Math.max(1, Math.round(xp * threat.of(actor) / all)), monster);
            }
        }
    }

    private static void gain(World world, Player player, int xp, Monster monster) {
        int level = player.level();
        player.gain(xp);
        world.happened(new Event.Gained(player.id(), xp, monster.id()));
        if (player.level() > level) {
            if (player.alive()) {
                player.hp(player.maxHp());
                player.mana(player.maxMana());
            }
            world.happened(new Event.Levelled(player.id(), player.level()));
        }
    }
}
