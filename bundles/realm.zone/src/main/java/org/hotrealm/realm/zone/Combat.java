package org.hotrealm.realm.zone;

import java.util.List;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;

/** COMBAT: carries out the effects of this tick in their order; whoever has no hit points left dies. */
final class Combat {

    private Combat() {}

    static void run(World world) {
        buryTheSilent(world);
        List<Effect> effects = world.takeEffects();
        for (int i = 0; i < effects.size(); i++) {
            switch (effects.get(i)) {
                case Effect.Damage damage -> hurt(world, damage);
                case Effect.Heal heal -> heal(world, heal);
            }
        }
    }

    private static void hurt(World world, Effect.Damage damage) {
        Actor victim = world.actor(damage.target());
        if (victim == null || !victim.alive() || damage.amount() <= 0) {
            return;
        }
        if (victim instanceof Monster monster && monster.immune()) {
            return;
        }
        int shielded = Shields.take(world, victim, damage);
        int before = victim.hp();
        victim.hp((int) Math.max(0, (long) before - (damage.amount() - shielded)));
        int lost = before - victim.hp();
        if (lost > 0) {
            world.happened(new Event.Hurt(victim.id(), damage.source(), damage.skill(), lost));
        }
        if (victim instanceof Monster monster && world.actor(damage.source()) instanceof Player) {
            monster.threat().add(damage.source(), lost + shielded);
            // Whoever is hurt looks up, however seldom it thinks.
            monster.thinkAt(Math.min(monster.thinkAt(), world.tick().number()));
        }
        if (!victim.alive()) {
            Death.of(world, victim, damage.source());
        }
    }

    private static void heal(World world, Effect.Heal heal) {
        Actor patient = world.actor(heal.target());
        if (patient == null || !patient.alive() || heal.amount() <= 0) {
            return;
        }
        int before = patient.hp();
        patient.hp((int) Math.min(Integer.MAX_VALUE, (long) before + heal.amount()));
        if (patient.hp() > before) {
            world.happened(new Event.Healed(patient.id(), heal.source(), heal.skill(), patient.hp() - before));
        }
    }

    /** A system may have set somebody's hit points to 0 without an effect: that one is dead as well. */
    private static void buryTheSilent(World world) {
        List<Monster> monsters = world.monsters();
        for (int i = 0; i < monsters.size(); i++) {
            Monster monster = monsters.get(i);
            if (!monster.alive() && monster.state() != AiState.DEAD) {
                Death.of(world, monster, 0);
            }
        }
        List<Player> players = world.players();
        for (int i = 0; i < players.size(); i++) {
            Player player = players.get(i);
            if (!player.alive() && player.diedAt() == world.tick().number()) {
                Death.of(world, player, 0);
            }
        }
    }
}
