package org.hotrealm.realm.zone;

import java.util.List;
import java.util.function.Consumer;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Room;

/** The phases of a tick in their order: what the realm itself does in each, then the systems pinned for it. */
final class Phases {

    private static final Phase[] ALL = Phase.values();

    private Phases() {}

    static void run(Room room, World world, ZoneMeters meters) {
        List<RealmSystem> systems = room.systems(RealmSystem.class);
        long since = meters.now();
        for (Phase phase : ALL) {
            own(room, world, phase);
            Systems.run(room, world, systems, phase);
            since = meters.spent(phase, since);
        }
        Leftovers.refuse(world, systems);
    }

    private static void own(Room room, World world, Phase phase) {
        switch (phase) {
            case INTENT -> guarded(room, world, "intents", Intake::run);
            case MOVE -> guarded(room, world, "movement", Movement::run);
            case COMBAT -> guarded(room, world, "combat", Combat::run);
            case RESPAWN -> guarded(room, world, "respawn", Revival::run);
            case AI, SKILL, LOOT -> {}
        }
    }

    private static void guarded(Room room, World world, String part, Consumer<World> phase) {
        try {
            phase.accept(world);
        } catch (Exception | Error e) {
            room.failed(part, e);
        }
    }
}
