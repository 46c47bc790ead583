package org.hotrealm.skill.book;

import java.util.List;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;

/** Statuses go on: they pulse and end. Allocates only where something pulses or ends. */
final class Pulses {

    private Pulses() {}

    static void run(World world, List<Actor> active) {
        long now = world.tick().number();
        for (int i = 0; i < active.size(); i++) {
            Actor actor = active.get(i);
            if (actor.statusesDue() <= now) {
                run(world, actor);
            }
        }
    }

    private static void run(World world, Actor actor) {
        long now = world.tick().number();
        boolean immune = actor instanceof Monster monster && monster.immune();
        List<Status> statuses = actor.statuses();
        int i = 0;
        while (i < statuses.size()) {
            Status status = statuses.get(i);
            if (immune && !status.kind().helpful()) {
                Gains.end(world, actor, status);
                continue;
            }
            if (status.every() > 0 && now > status.begun() && (now - status.begun()) % status.every() == 0) {
                pulse(world, actor, status);
            }
            if (now >= status.ends() || !world.content().skills().containsKey(status.skill())) {
                Gains.end(world, actor, status);
            } else {
                i++;
            }
        }
    }

    private static void pulse(World world, Actor actor, Status status) {
        if (status.kind() == Status.Kind.HEAL_OVER_TIME) {
            int amount = Reckoning.points(status.total());
            world.affect(new Effect.Heal(status.source(), actor.id(), status.skill(), amount));
        } else if (!(actor instanceof Player) || !world.map().safe(actor.x(), actor.y())) {
            int amount = Reckoning.points(Reckoning.armoured(status.total(), actor, status.pierces()));
            world.affect(new Effect.Damage(status.source(), actor.id(), status.skill(), amount));
        }
    }
}
