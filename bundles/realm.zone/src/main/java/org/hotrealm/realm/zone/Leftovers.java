package org.hotrealm.realm.zone;

import java.util.List;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;

/** Refuses wishes that no pinned system will ever take, so that they do not pile up while a system is missing. */
final class Leftovers {

    private Leftovers() {}

    static void refuse(World world, List<RealmSystem> systems) {
        if (world.intents().isEmpty()) {
            return;
        }
        if (!has(systems, Phase.SKILL)) {
            for (Intent.Use wish : world.take(Intent.Use.class)) {
                world.happened(new Event.Refused(wish.actor(), "use", "skills are switched off just now"));
            }
        }
        if (!has(systems, Phase.LOOT)) {
            for (Intent.PickUp wish : world.take(Intent.PickUp.class)) {
                world.happened(new Event.Refused(wish.actor(), "pickup", "loot is switched off just now"));
            }
        }
    }

    private static boolean has(List<RealmSystem> systems, Phase phase) {
        for (int i = 0; i < systems.size(); i++) {
            if (systems.get(i).phase() == phase) {
                return true;
            }
        }
        return false;
    }
}
