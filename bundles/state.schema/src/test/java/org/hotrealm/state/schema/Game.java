package org.hotrealm.state.schema;

import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A random game as its clients saw it: one from the start, one that joins late, one that was away and comes back, and, where
 * there are views, two with one each, the second of whom comes late.
 *
 * @param state what it came to
 * @param audience the clients with all that they were sent
 */
record Game(RandomState state, Audience audience, Dialect dialect) {
    private static final int MOST_TICKS = 10;

    /** Plays until it is over, or chance is spent; what our own decoder reads is checked at once. */
    static Game play(Random chance, BooleanSupplier spent, RandomState.Flavour flavour) {
        RandomState state = new RandomState(chance, flavour);
        state.mutate();
        boolean views = flavour == RandomState.Flavour.VIEWS;
        Dialect dialect = dialect(flavour);
        Audience audience = new Audience(state, new StateEncoder(state.root), dialect, views);
        Audience.Client traveller = begin(audience, views, dialect);
        for (int tick = 1; tick <= MOST_TICKS && !spent.getAsBoolean(); tick++) {
            change(state, audience);
            traveller.away = chance.nextInt(3) == 0;
            join(audience, tick, views, dialect);
            if (!traveller.away && traveller.missed) {
                audience.rejoin(traveller);
            }
            traveller.missed = traveller.away;
        }
        if (traveller.away) {
            audience.rejoin(traveller);
        }
        state.mutate();
        audience.tick();
        return new Game(state, audience, dialect);
    }

    private static Dialect dialect(RandomState.Flavour flavour) {
        return switch (flavour) {
            case SHARED, VIEWS -> Dialect.V18;
            case LEGACY -> Dialect.V17;
            case OLDEST -> Dialect.V16;
        };
    }

    private static Audience.Client begin(Audience audience, boolean views, Dialect dialect) {
        audience.join(null);
        Audience.Client traveller = audience.join(views ? new StateView(dialect) : null);
        if (views) {
            audience.join(new StateView(dialect));
        }
        return traveller;
    }

    private static void change(RandomState state, Audience audience) {
        state.mutate();
        audience.clients.stream().filter(client -> client.view != null).forEach(client -> state.mutate(client.view));
        audience.tick();
    }

    private static void join(Audience audience, int tick, boolean views, Dialect dialect) {
        if (tick == 2) {
            audience.join(null);
        } else if (tick == 3 && views) {
            audience.join(new StateView(dialect));
        }
    }
}
