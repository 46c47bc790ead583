package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the swap under way is, on the disk: a server that is killed in the middle of it tells at its next start how it
 * ended. Used by one thread at a time.
 */
final class Underway {

    private static final Logger LOG = LoggerFactory.getLogger(Underway.class);
    /** What begins no more than these has touched nothing. */
    private static final List<String> HARMLESS = List.of("check", "install", "resolve", "measure");

    private final Path file;
    private final JsonMapper mapper = JsonMapper.builder().build();

    Underway(Path file) {
        this.file = file;
    }

    /**
     * A swap that has begun a step.
     *
     * @param step the step
     * @param record what is known of it
     * @param wanted what is in force once it is kept; empty before that is known
     */
    record State(String step, SwapRecord record, List<InForce.Entry> wanted) {}

    /** Notes the step that begins now. */
    void begins(State state) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, mapper.writeValueAsString(state), StandardCharsets.UTF_8);
            InForce.move(next, file);
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be written: were the server killed now, its records would not tell of it", file, e);
        }
    }

    /** The swap is over. */
    void ended() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", file, e);
        }
    }

    /** What became of a swap in whose middle the server ended: all of it is in force, or nothing. */
    Optional<SwapRecord> left(InForce inForce) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            return Optional.of(judge(mapper.readValue(Files.readAllBytes(file), State.class), inForce));
        } catch (IOException | JacksonException e) {
            LOG.warn("{} cannot be read: what became of the swap under way at the end is in nobody's record", file, e);
            return Optional.empty();
        }
    }

    private static SwapRecord judge(State state, InForce inForce) {
        SwapRecord record = state.record();
        if (!state.wanted().isEmpty() && inForce.is(state.wanted())) {
            boolean beside = state.wanted().getFirst().beside();
            return record.ending(
                    beside ? Verdict.PARTIAL : Verdict.DONE,
                    "the server ended during '%s', after the swap was kept: since its restart %s"
                            .formatted(state.step(), versions(record, true)));
        }
        if (HARMLESS.contains(state.step())) {
            return record.ending(
                    Verdict.REFUSED,
                    "the server ended during '%s', before anything was touched: %s"
                            .formatted(state.step(), versions(record, false)));
        }
        return record.ending(
                Verdict.ROLLED_BACK,
                "the server ended during '%s', before the swap was kept: since its restart %s"
                        .formatted(state.step(), versions(record, false)));
    }

    private static String versions(SwapRecord record, boolean kept) {
        List<String> each = record.parts().stream()
                .map(part -> {
                    String version = kept ? part.to() : part.from();
                    return version.isEmpty()
                            ? part.bundle() + " is not installed"
                            : "%s %s is in force".formatted(part.bundle(), version);
                })
                .toList();
        return each.isEmpty() ? "everything is as it was" : String.join(", ", each) + (kept ? "" : ", as before");
    }
}
