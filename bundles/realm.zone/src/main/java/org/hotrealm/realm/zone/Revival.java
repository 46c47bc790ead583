package org.hotrealm.realm.zone;

import java.util.List;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Tick;

/** RESPAWN: corpses go, monsters come back, players regain their strength. */
final class Revival {

    private static final int OUT_OF_COMBAT_MILLIS = 5_000;

    private Revival() {}

    static void run(World world) {
        List<Monster> monsters = world.monsters();
        for (int i = 0; i < monsters.size(); i++) {
            Monster monster = monsters.get(i);
            if (!monster.alive()) {
                dead(world, monster);
            } else if (monster.spawn() == null) {
                Splitting.age(world, monster);
            }
        }
        List<Player> players = world.players();
        for (int i = 0; i < players.size(); i++) {
            if (players.get(i).alive()) {
                regain(world, players.get(i));
            }
        }
    }

    private static void dead(World world, Monster monster) {
        Tick now = world.tick();
        if (monster.present()) {
            if (now.number() >= monster.diedAt() + now.ticks(monster.def().corpseMillis())) {
                monster.present(false);
                plan(world, monster);
            }
        } else if (monster.respawnAt() > 0 && now.number() >= monster.respawnAt()) {
            monster.revive();
            world.happened(new Event.Returned(monster.id()));
        }
    }

    /** Monsters of no spawn do not come back. */
    private static void plan(World world, Monster monster) {
        if (monster.spawn() == null) {
            return;
        }
        Tick now = world.tick();
        int jitter = monster.def().respawnJitter();
        int extra = jitter > 0 ? world.random().nextInt(jitter) : 0;
        monster.respawnAt(now.number() + now.ticks(monster.def().respawnMillis() + (long) extra));
    }

    private static void regain(World world, Player player) {
        RealmDef.Hero hero = player.hero();
        Tick now = world.tick();
        if (player.mana() < player.maxMana()) {
            player.mana(player.mana() + share(hero.manaPerSecond(), now));
        }
        boolean calm = now.number() >= player.lastCombat() + now.ticks(OUT_OF_COMBAT_MILLIS);
        if (player.hp() < player.maxHp() && (calm || player.lastCombat() == 0)) {
            player.hp(player.hp() + share(hero.hpPerSecond(), now));
        }
    }

    /** The whole points that a rate gives in this very tick: over many ticks they add up to it, with nothing to remember. */
    static int share(double perSecond, Tick now) {
        double each = perSecond * now.stepMillis() / 1000.0;
        return (int) (Math.floor(each * now.number()) - Math.floor(each * (now.number() - 1)));
    }
}
