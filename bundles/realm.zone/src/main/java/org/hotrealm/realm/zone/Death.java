package org.hotrealm.realm.zone;

import java.util.List;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** What a death brings with it. */
final class Death {

    private Death() {}

    static void of(World world, Actor victim, int killer) {
        if (victim.cast() != null) {
            world.happened(new Event.CastBroken(victim.id(), victim.cast().skill(), "dead"));
            victim.cast(null);
        }
        victim.walk(0, 0);
        switch (victim) {
            case Monster monster -> monster(world, monster, killer);
            case Player player -> player(world, player, killer);
        }
    }

    private static void monster(World world, Monster monster, int killer) {
        @Nullable Player winner = Reward.winner(world, monster, killer);
        world.happened(new Event.Died(monster.id(), winner == null ? killer : winner.id()));
        if (winner != null) {
            Reward.share(world, monster, winner);
        }
        Splitting.of(world, monster);
        monster.enter(AiState.DEAD, winner == null ? "killed" : "killed by " + winner.name());
        monster.target(0);
        monster.noGoal();
        monster.immune(false);
        monster.threat().clear();
    }

    private static void player(World world, Player player, int killer) {
        world.happened(new Event.Died(player.id(), killer));
        List<Monster> monsters = world.monsters();
        for (int i = 0; i < monsters.size(); i++) {
            monsters.get(i).threat().forget(player.id());
        }
    }
}
