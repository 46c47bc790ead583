package org.hotrealm.ops.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotrealm.ops.api.FeatureSets;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.Swaps;
import org.jspecify.annotations.Nullable;

/** The commands that change something; itself the command {@code swap}. */
final class Deeds implements Commands.Command {

    /** The protocol's close code for a server that goes. */
    private static final int SERVER_SHUTDOWN = 4001;

    /** Beside the soak, which comes twice where there is a canary. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Connections on which nothing comes are closed by what lies between. */
    private static final long ALIVE_SECONDS = 10;

    /** Told now and then where there is nothing else to tell. */
    static final String STILL_HERE = "";

    private static final Pattern PERCENT = Pattern.compile("([1-9]\\d?)%?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private final Parts parts;

    Deeds(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Answer run(List<String> arguments) {
        return run(arguments, step -> {});
    }

    @Override
    public Answer run(List<String> arguments, Consumer<String> progress) {
        Words words =
                Words.of(arguments, Set.of("--rooms", "--canary", "--soak", "--who"), Set.of("--dry-run", "--hold"));
        SwapRequest request = request(
                words.only("jar, or name/version of a bundle"),
                words.option("--rooms").orElse(""),
                words.option("--canary").orElse(""),
                words.flags().contains("--hold"),
                words.option("--soak").orElse(""),
                words.flags().contains("--dry-run"),
                words.option("--who").orElse("shell"));
        SwapRecord record = swap(parts.swaps(), request, progress);
        return new Answer(well(record), SwapTexts.describe(record), record);
    }

    /** Who asks over HTTP, by the name given where there is one. */
    static String asker(@Nullable String who, String address) {
        return who == null || who.isBlank() ? "http " + address : "%s (http %s)".formatted(who.strip(), address);
    }

    /** A request from words; throws {@link Words.NotUnderstood}. */
    static SwapRequest request(
            String source, String rooms, String canary, boolean hold, String soak, boolean dryRun, String who) {
        List<String> ids = Arrays.stream(rooms.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        try {
            Duration watched = soak.isBlank() ? SwapRequest.DEFAULT_SOAK : time(soak);
            SwapRequest request = SwapRequest.of(source, who)
                    .in(ids)
                    .canary(canary.isBlank() ? 0 : percent(canary), hold)
                    .soaking(watched);
            return dryRun ? request.dry() : request;
        } catch (IllegalArgumentException e) {
            throw new Words.NotUnderstood(String.valueOf(e.getMessage()));
        }
    }

    /** Whether it ended as asked. */
    static boolean well(SwapRecord record) {
        return record.succeeded() || record.verdict() == Verdict.DRY_RUN;
    }

    /** Swaps and waits for the end; tells each step, and {@link #STILL_HERE}, on whatever thread. */
    static SwapRecord swap(Swaps swaps, SwapRequest request, Consumer<String> progress) {
        return await(swaps.swap(request, progress), request.soak(), progress);
    }

    /** Changes a feature and waits for the end in the same way. */
    static FeatureSets.Outcome feature(FeatureSets features, FeatureSets.Request request, Consumer<String> progress) {
        return await(features.change(request, progress), request.soak(), progress);
    }

    private static <T> T await(CompletionStage<T> stage, Duration soak, Consumer<String> progress) {
        CompletableFuture<T> answer = stage.toCompletableFuture();
        Instant latest = Instant.now().plus(PATIENCE).plus(soak.multipliedBy(2));
        while (true) {
            try {
                return answer.get(ALIVE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (Instant.now().isAfter(latest)) {
                    throw new IllegalStateException("the swap goes on, but nobody waits for it any longer", e);
                }
                progress.accept(STILL_HERE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the server is stopping", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a swap never fails but tells why not", e);
            }
        }
    }

    Answer drain(List<String> arguments) {
        Words words = Words.of(arguments, Set.of(), Set.of());
        Duration within =
                Duration.ofSeconds(words.plain().isEmpty() ? 10 : Looks.number(words.only("number of seconds")));
        try {
            Waiting.await(parts.rooms().drain(SERVER_SHUTDOWN, within), within.plusSeconds(1));
        } catch (CompletionException e) {
            return Answer.no("not every room closed within %d s: %s".formatted(within.toSeconds(), e.getMessage()));
        }
        String done = "this node takes no more joins, its rooms are closed; it can be stopped";
        return new Answer(true, done, Map.of("drained", true));
    }

    private static int percent(String text) {
        Matcher matcher = PERCENT.matcher(text);
        if (!matcher.matches()) {
            throw new Words.NotUnderstood("'%s' is no share; write 10%%".formatted(text));
        }
        return Integer.parseInt(matcher.group(1));
    }

    static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw new Words.NotUnderstood("'%s' is no time; write 500ms, 30s or 2m".formatted(text));
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
