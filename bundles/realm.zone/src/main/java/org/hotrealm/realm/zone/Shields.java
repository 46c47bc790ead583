package org.hotrealm.realm.zone;

import java.util.List;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** Shields take damage in place of hit points, the one that ends soonest first; an empty one is gone. */
final class Shields {

    private Shields() {}

    /** Lets the victim's shields take what they can; how much they took. */
    static int take(World world, Actor victim, Effect.Damage damage) {
        int left = damage.amount();
        while (left > 0 && victim.has(Status.Kind.SHIELD)) {
            Status shield = soonest(victim.statuses());
            if (shield == null) {
                break;
            }
            // A last fraction of a point stops a whole one.
            double taken = Math.min(left, Math.ceil(shield.total()));
            left -= (int) taken;
            wear(world, victim, shield, shield.total() - taken);
        }
        int taken = damage.amount() - left;
        if (taken > 0) {
            world.happened(new Event.Shielded(victim.id(), damage.source(), damage.skill(), taken));
        }
        return taken;
    }

    private static void wear(World world, Actor victim, Status shield, double left) {
        if (left > 0) {
            victim.gain(shield.withAmount(left / shield.stacks()));
        } else {
            victim.lose(shield.id());
            world.happened(new Event.Afflicted(victim.id(), shield.id(), shield.skill(), shield.kind(), false));
        }
    }

    private static @Nullable Status soonest(List<Status> statuses) {
        Status best = null;
        for (int i = 0; i < statuses.size(); i++) {
            Status status = statuses.get(i);
            if (status.kind() == Status.Kind.SHIELD && (best == null || status.ends() < best.ends())) {
                best = status;
            }
        }
        return best;
    }
}
