package org.hotrealm.realm.zone;

import java.util.List;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Room;
import org.jspecify.annotations.Nullable;

/**
 * Runs the pinned systems of a phase in order of their names. One that throws loses this tick; after {@value #MOST}
 * failures in a row the room does without it until it is rebound. The counts live in the world's memory.
 */
final class Systems {

    static final int MOST = 20;
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
            } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
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
        try {
            system.run(world);
            if (failures > 0) {
                world.memory().set(count, 0);
            }
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            world.memory().set(count, failures + 1);
            room.failed(name, e);
            if (failures + 1 >= MOST) {
                room.failed(
                        name,
                        new IllegalStateException(
                                "system '%s' failed %d times in a row and is switched off in this room; rebind it to run it again"
                                        .formatted(name, MOST)));
            }
        }
    }
}
