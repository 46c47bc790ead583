package org.hotrealm.state.schema;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class RandomSequencesTest {
    private static final int TICKS = 14;

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void clientsWithoutViewsFollowAnyChanges(@ForAll long seed) {
        play(seed, RandomState.Flavour.SHARED, Dialect.V18);
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void clientsWithViewsSeeWhatTheyMayAndNothingElse(@ForAll long seed) {
        play(seed, RandomState.Flavour.VIEWS, Dialect.V18);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void olderClientsFollowAnyChanges(@ForAll long seed) {
        play(seed, RandomState.Flavour.LEGACY, Dialect.V17);
    }

    /** Plays a whole game; the clients with all they were sent. */
    static Audience play(long seed, RandomState.Flavour flavour, Dialect dialect) {
        RandomState state = new RandomState(seed, flavour);
        state.mutate();
        StateEncoder encoder = new StateEncoder(state.root);
        boolean views = flavour == RandomState.Flavour.VIEWS;
        Audience audience = new Audience(state, encoder, dialect, views);
        List<StateView> all = views ? List.of(new StateView(dialect), new StateView(dialect)) : List.of();
        audience.join(null);
        all.forEach(audience::join);
        for (int tick = 0; tick < TICKS; tick++) {
            state.mutate();
            all.forEach(state::mutate);
            audience.tick();
            audience.checkLateJoiner(null);
            all.forEach(audience::checkLateJoiner);
            if (tick == 4) {
                audience.join(null).away = true;
                audience.clients.get(all.size()).away = true;
            }
        }
        audience.clients.stream().filter(client -> client.away).forEach(audience::rejoin);
        state.mutate();
        audience.tick();
        return audience;
    }
}
