package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        check(game, RandomState.Flavour.SHARED);
    }

    @Property(tries = 1_100, edgeCases = EdgeCasesMode.NONE)
    void sdk18FollowsAnyGameWithViews(
            @ForAll @Size(min = 50, max = 600) List<@IntRange(max = Choices.LARGEST) Integer> game) {
        check(game, RandomState.Flavour.VIEWS);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void sdk17FollowsWhatItKnows(
            @ForAll @Size(min = 50, max = 500) List<@IntRange(max = Choices.LARGEST) Integer> game) {
        check(game, RandomState.Flavour.LEGACY);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void sdk16FollowsWhatItKnows(
            @ForAll @Size(min = 50, max = 500) List<@IntRange(max = Choices.LARGEST) Integer> game) {
        check(game, RandomState.Flavour.OLDEST);
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

    /** Each line a game that is worth playing in every build: flavour and seed, as {@link ManyGames} tells them. */
    @Example
    void gamesThatWentWrongOnceGoRight() throws IOException {
        List<String> games = Files.readAllLines(Path.of("src/test/resources/games.txt"));
        assertThat(games).isNotEmpty();
        for (String game : games) {
            String[] words = game.split(" ");
            RandomState.Flavour flavour = RandomState.Flavour.valueOf(words[0]);
            Random random = new Random(Long.parseLong(words[1]));
            check(Game.play(random, () -> false, flavour), of(flavour));
        }
    }

    /** Nothing is played here; it is for whoever has an hour. */
    @Example
    void millionsOfChangesCanBePlayedByHand() throws IOException {
        assertThat(ManyGames.script(Path.of("target", "mutate")).toFile().setExecutable(true))
                .isTrue();
    }

    private static Sdk of(RandomState.Flavour flavour) {
        return switch (flavour) {
            case SHARED, VIEWS -> v18;
            case LEGACY -> v17;
            case OLDEST -> v16;
        };
    }

    private static void check(List<Integer> game, RandomState.Flavour flavour) {
        Choices choices = new Choices(game);
        check(Game.play(choices, choices::isSpent, flavour), of(flavour));
    }

    private static void check(Game game, Sdk sdk) {
        sdk.check(game.audience(), game.state().root.type, game.dialect());
    }
}
