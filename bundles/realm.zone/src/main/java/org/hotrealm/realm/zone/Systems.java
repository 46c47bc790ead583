package org.hotrealm.realm.zone;

import java.util.List;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Room;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the pinned systems of a phase in order of their names. One that throws loses this tick; after {@value #MOST}
 * failures in a row the room does without it until it is rebound. The counts live in the world's memory.
 */
final class Systems {

    private static final Logger LOG = LoggerFactory.getLogger(Systems.class);

    static final int MOST = 20;
    /** Who uses up the memory hurts everybody: as bad as so many failures. */
    static final int WITHOUT_MEMORY = 10;

    private static final String COUNT = "failures of ";

    private Systems() {}

    static void run(Room room, World world, List<RealmSystem> systems, Phase phase) {
        String last = "";
        RealmSystem next;
        while ((next = after(room, systems, phase, last)) != null) {
            last = next.system();
            runGuarded(room, world, next, last);
        }
    }

    /** Lets a system run again, as after a rebind. */
    static void forgive(World world, String system) {
        world.memory().set(COUNT + system, 0);
    }

    /** The system of this phase whose name comes next; a handful of systems needs no sorted copy each tick. */
    private static @Nullable RealmSystem after(Room room, List<RealmSystem> systems, Phase phase, String last) {
        @Nullable RealmSystem best = null;
        String least = "";
        for (int i = 0; i < systems.size(); i++) {
            RealmSystem system = systems.get(i);
            try {
                String name = system.system();
                boolean sooner = best == null || name.compareTo(least) < 0;
                if (name.compareTo(last) > 0 && sooner && system.phase() == phase) {
                    best = system;
                    least = name;
                }
            } catch (Exception | Error e) {
                room.failed(system.getClass().getName(), e);
            }
        }
        return best;
    }

    private static void runGuarded(Room room, World world, RealmSystem system, String name) {
        String count = COUNT + name;
        double failures = world.memory().get(count);
        if (failures >= MOST) {
            return;
        }
        room.enter(name);
        try {
            system.run(world);
            if (failures > 0) {
                world.memory().set(count, 0);
            }
        } catch (Exception | Error e) {
            double now = failures + (e instanceof OutOfMemoryError ? WITHOUT_MEMORY : 1);
            world.memory().set(count, now);
            room.failed(name, e);
            if (now >= MOST) {
                LOG.error(
                        "Room '{}' ({}): system '{}' failed again and again and is switched off in this room. Swap in another"
                                + " version (realm:swap FILE)",
                        room.id(),
                        room.pins().values(),
                        name,
                        e);
            }
        } finally {
            room.exit();
        }
    }
}
