package org.hotrealm.state.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * Random games until so many changes were made, each read by the SDK's own decoder: {@code target/mutate CHANGES SEED}. What
 * goes wrong is told as flavour and seed, a line for {@code src/test/resources/games.txt}.
 */
final class ManyGames {
    private static final int MOST_FAILURES = 10;
    private static final int TOLD_EVERY = 250_000;
    /** The SDK keeps the types of each handshake for ever: its decoders are started anew in time. */
    private static final int RENEWED_EVERY = 5_000;

    private final Map<RandomState.Flavour, Sdk> sdks = new EnumMap<>(RandomState.Flavour.class);
    private final Map<RandomState.Flavour, Long> changes = new EnumMap<>(RandomState.Flavour.class);
    private long frames;
    private int failures;

    private void renew() throws IOException, InterruptedException {
        sdks.values().forEach(Sdk::close);
        sdks.put(RandomState.Flavour.SHARED, Sdk.start(Sdk.V18));
        sdks.put(RandomState.Flavour.VIEWS, Sdk.start(Sdk.V18));
        sdks.put(RandomState.Flavour.LEGACY, Sdk.start(Sdk.V17));
        sdks.put(RandomState.Flavour.OLDEST, Sdk.start(Sdk.V16));
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        ManyGames games = new ManyGames();
        games.play(Long.parseLong(words[0]), Long.parseLong(words[1]));
        System.exit(games.failures == 0 ? 0 : 1);
    }

    /** Leaves a script that starts this; gives it back. */
    static Path script(Path script) throws IOException {
        return Files.writeString(script, """
                #!/bin/sh
                # mutate CHANGES SEED: random games with so many changes, read by three generations of the SDK.
                set -eu
                cd "$(dirname -- "$0")/.."
                exec '%s' -Xmx512m -cp '%s' %s "$1" "$2"
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ManyGames.class.getName()));
    }

    private void play(long wanted, long seed) throws IOException, InterruptedException {
        Instant begun = Instant.now();
        long next = TOLD_EVERY;
        for (long game = seed; total() < wanted && failures < MOST_FAILURES; game++) {
            if ((game - seed) % RENEWED_EVERY == 0) {
                renew();
            }
            play(flavour(game), game);
            if (total() >= next) {
                tell(game - seed + 1, begun);
                next += TOLD_EVERY;
            }
        }
        sdks.values().forEach(Sdk::close);
        System.out.println(failures == 0 ? "DONE, no failure" : "DONE, %d failures".formatted(failures));
    }

    /** Of ten games four have views, four have none, one each is for an older client. */
    private static RandomState.Flavour flavour(long game) {
        return switch ((int) Math.floorMod(game, 10L)) {
            case 0, 2, 4, 6 -> RandomState.Flavour.VIEWS;
            case 8 -> RandomState.Flavour.LEGACY;
            case 9 -> RandomState.Flavour.OLDEST;
            default -> RandomState.Flavour.SHARED;
        };
    }

    private void play(RandomState.Flavour flavour, long seed) {
        try {
            Game game = Game.play(new Random(seed), () -> false, flavour);
            changes.merge(flavour, game.state().mutations(), Long::sum);
            game.audience().clients.forEach(client -> frames += client.frames.size());
            sdks.get(flavour).check(game.audience(), game.state().root.type, game.dialect());
        } catch (AssertionError | RuntimeException wrong) {
            failures++;
            System.out.println("WRONG: " + flavour + " " + seed);
            wrong.printStackTrace(System.out);
        }
    }

    private long total() {
        return changes.values().stream().mapToLong(Long::longValue).sum();
    }

    private void tell(long games, Instant begun) {
        System.out.printf(
                "%,d changes %s in %,d games, %,d messages read, %d s%n",
                total(),
                changes,
                games,
                frames,
                Duration.between(begun, Instant.now()).toSeconds());
    }
}
