package org.hotrealm.itests.arena;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How big an arena is and how fast it runs.
 *
 * @param monsters in each room
 * @param size of the square world, in units
 * @param hz ticks a second
 * @param maxClients of a room
 * @param thinkEvery a monster looks for players every so many ticks
 * @param viewRadius how far a client sees, in units; 0 for everything
 */
record Rules(int monsters, double size, int hz, int maxClients, int thinkEvery, double viewRadius) {

    /** Reads the variables {@code ARENA_*}; what is missing has the default of the reference. */
    static Rules from(Function<String, @Nullable String> environment) {
        return new Rules(
                (int) number(environment, "ARENA_MONSTERS", 50),
                number(environment, "ARENA_SIZE", 200),
                (int) number(environment, "ARENA_HZ", 20),
                (int) number(environment, "ARENA_MAX_CLIENTS", 1000),
                (int) number(environment, "ARENA_THINK_EVERY", 5),
                number(environment, "ARENA_VIEW_RADIUS", 0));
    }

    static double number(Function<String, @Nullable String> environment, String name, double otherwise) {
        String given = environment.apply(name);
        try {
            return given == null || given.isBlank() ? otherwise : Double.parseDouble(given.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is '%s': set it to a number".formatted(name, given), e);
        }
    }

    double stepSeconds() {
        return 1.0 / hz;
    }

    boolean views() {
        return viewRadius > 0;
    }
}
