package org.hotrealm.room.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** The engine's settings, checked. */
record Settings(
        int workers,
        int mostRooms,
        String address,
        long seed,
        int rebindDeadlineMillis,
        int hookLimitMillis,
        int seatMillis,
        JoinLimits.Most joins,
        Slow slow,
        boolean ladder) {

    private static final String DEFAULT_PORT = "2567";
    private static final int DEFAULT_SEAT_MILLIS = 15_000;

    /** Checks; framework properties count more than the environment. */
    static Settings from(EngineConfig config, BundleContext context) {
        return from(config, key -> {
            String property = context.getProperty(key);
            return property == null ? System.getenv(key) : property;
        });
    }

    private static Settings from(EngineConfig config, Function<String, @Nullable String> environment) {
        int workers = config.workers() == 0 ? Runtime.getRuntime().availableProcessors() : config.workers();
        return new Settings(
                range("workers", workers, 1, 256),
                range("rooms.most", config.rooms_most(), 1, 1_000_000),
                address(config.public_address(), environment),
                config.seed(),
                range("rebind.deadline.millis", config.rebind_deadline_millis(), 10, 60_000),
                range("hook.limit.millis", config.hook_limit_millis(), 250, 600_000),
                range("seat.millis", seatMillis(config, environment), 100, 3_600_000),
                new JoinLimits.Most(
                        range("address.seats.pending", config.address_seats_pending(), 1, 1_000_000),
                        range("address.rooms.pending", config.address_rooms_pending(), 1, 1_000_000),
                        range("address.rooms.open", config.address_rooms_open(), 1, 1_000_000)),
                new Slow(
                        range("slow.merge.millis", config.slow_merge_millis(), 0, 600_000),
                        range("slow.close.millis", config.slow_close_millis(), 100, 3_600_000)),
                config.overload_ladder());
    }

    private static int seatMillis(EngineConfig config, Function<String, @Nullable String> environment) {
        String seconds = environment.apply("COLYSEUS_SEAT_RESERVATION_TIME");
        if (config.seat_millis() > 0 || seconds == null || seconds.isBlank()) {
            return config.seat_millis() > 0 ? config.seat_millis() : DEFAULT_SEAT_MILLIS;
        }
        try {
            return Math.multiplyExact(Integer.parseInt(seconds.strip()), 1000);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "COLYSEUS_SEAT_RESERVATION_TIME is '%s', whole seconds are needed".formatted(seconds), e);
        }
    }

    private static String address(String configured, Function<String, @Nullable String> environment) {
        if (!configured.isBlank()) {
            return configured;
        }
        String known = environment.apply("PUBLIC_ADDRESS");
        if (known != null && !known.isBlank()) {
            return known;
        }
        String port = environment.apply("PORT");
        return "localhost:" + (port == null || port.isBlank() ? DEFAULT_PORT : port);
    }

    private static int range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "room.engine: %s is %d, allowed are %d to %d".formatted(name, value, least, most));
        }
        return value;
    }
}
