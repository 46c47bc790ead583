package org.hotrealm.ops.shell;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;

/** The commands that change something. */
final class Deeds {

    /** The protocol's close code for a server that goes. */
    private static final int SERVER_SHUTDOWN = 4001;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern PERCENT = Pattern.compile("([1-9]\\d?)%?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private final Parts parts;

    Deeds(Parts parts) {
        this.parts = parts;
    }

    Answer swap(List<String> arguments) {
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
        SwapRecord record = swap(request, step -> {});
        boolean ok = record.succeeded() || record.verdict() == Verdict.DRY_RUN;
        return new Answer(ok, Looks.describe(record), record);
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

    /** Swaps and waits for the end. */
    SwapRecord swap(SwapRequest request, Consumer<String> progress) {
        return parts.swaps()
                .swap(request, progress)
                .toCompletableFuture()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    Answer drain(List<String> arguments) {
        Words words = Words.of(arguments, Set.of(), Set.of());
        Duration within =
                Duration.ofSeconds(words.plain().isEmpty() ? 10 : Looks.number(words.only("number of seconds")));
        try {
            parts.rooms()
                    .drain(SERVER_SHUTDOWN, within)
                    .toCompletableFuture()
                    .orTimeout(within.toMillis() + 1000, TimeUnit.MILLISECONDS)
                    .join();
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

    private static Duration time(String text) {
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
