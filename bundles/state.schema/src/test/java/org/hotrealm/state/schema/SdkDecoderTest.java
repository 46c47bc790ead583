package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * The decoders of three generations of the SDK read random games: of a client from the start, one that joins late, one that
 * was away and comes back, and, where there are views, of two clients with one each, the second of whom comes late. A game is
 * a list of numbers, so a failing one shrinks.
 */
class SdkDecoderTest {
    private static final int MOST_TICKS = 10;

    private static Sdk v18;
    private static Sdk v17;
    private static Sdk v16;

    @BeforeContainer
    static void start() throws IOException, InterruptedException {
        v18 = Sdk.start(Sdk.V18);
        v17 = Sdk.start(Sdk.V17);
        v16 = Sdk.start(Sdk.V16);
    }

    @AfterContainer
    static void stop() {
        for (Sdk sdk : new Sdk[] {v18, v17, v16}) {
            if (sdk != null) {
                sdk.close();
            }
        }
    }

    @Property(tries = 900, edgeCases = EdgeCasesMode.NONE)
    void sdk18FollowsAnyGameThatAllSee(
            @ForAll @Size(min = 50, max = 500) List<@IntRange(max = Choices.LARGEST) Integer> game) {
        check(game, RandomState.Flavour.SHARED, Dialect.V18, v18);
    }

    @Property(tries = 1_100, edgeCases = EdgeCasesMode.NONE)
    void sdk18FollowsAnyGameWithViews(
            @ForAll @Size(min = 50, max = 600) List<@IntRange(max = Choices.LARGEST) Integer> game) {
        check(game, RandomState.Flavour.VIEWS, Dialect.V18, v18);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void sdk17FollowsWhatItKnows(
            @ForAll @Size(min = 50, max = 500) List<@IntRange(max = Choices.LARGEST) Integer> game) {
        check(game, RandomState.Flavour.LEGACY, Dialect.V17, v17);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void sdk16FollowsWhatItKnows(
            @ForAll @Size(min = 50, max = 500) List<@IntRange(max = Choices.LARGEST) Integer> game) {
        check(game, RandomState.Flavour.OLDEST, Dialect.V16, v16);
    }

    @Example
    void aWrongStateAndALeakAreNoticed() {
        StateType.Builder t = StateType.named("Holder");
        RefField it = t.ref("it", t);
        IntField number = t.uint8("number");
        StateType type = t.build();
        StateObject root = type.create();
        it.set(root, type.create());
        number.set(it.get(root), 1);
        RandomState none = new RandomState(1, RandomState.Flavour.SHARED);
        Audience audience = new Audience(none, new StateEncoder(root), Dialect.V18, false);
        Audience.Client client = new Audience.Client(null, new StateDecoder(audience.handshake()));
        audience.clients.add(client);
        client.frames.add(new Audience.Frame("8001ff018101", false, Map.of("it", Map.of("number", 1))));
        v18.check(audience, type, Dialect.V18);

        client.frames.add(new Audience.Frame("8002ff028102", false, Map.of("it", Map.of("number", 2))));
        assertThatThrownBy(() -> v18.check(audience, type, Dialect.V18)).hasMessageContaining("refId 1");
        client.frames.set(1, new Audience.Frame("c002ff028102", false, Map.of("it", Map.of("number", 3))));
        assertThatThrownBy(() -> v18.check(audience, type, Dialect.V18)).hasMessageContaining("state is");
    }

    private static void check(List<Integer> game, RandomState.Flavour flavour, Dialect dialect, Sdk sdk) {
        Choices choices = new Choices(game);
        RandomState state = new RandomState(choices, flavour);
        state.mutate();
        Audience audience =
                new Audience(state, new StateEncoder(state.root), dialect, flavour == RandomState.Flavour.VIEWS);
        play(state, audience, choices, flavour == RandomState.Flavour.VIEWS, dialect);
        sdk.check(audience, state.root.type, dialect);
    }

    private static void play(RandomState state, Audience audience, Choices choices, boolean views, Dialect dialect) {
        audience.join(null);
        Audience.Client traveller = audience.join(views ? new StateView(dialect) : null);
        if (views) {
            audience.join(new StateView(dialect));
        }
        for (int tick = 1; tick <= MOST_TICKS && !choices.isSpent(); tick++) {
            state.mutate();
            audience.clients.stream()
                    .filter(client -> client.view != null)
                    .forEach(client -> state.mutate(client.view));
            audience.tick();
            traveller.away = choices.nextInt(3) == 0;
            if (tick == 2) {
                audience.join(null);
            } else if (tick == 3 && views) {
                audience.join(new StateView(dialect));
            }
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
    }
}
