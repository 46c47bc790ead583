package org.hotrealm.ops.shell;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hotrealm.ops.api.SwapProgress;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;

/** Swaps in words. */
final class SwapTexts {

    private SwapTexts() {}

    /** The swap under way, as a row among the records. */
    static void row(SwapProgress now, Table table) {
        boolean one = now.parts().size() == 1;
        SwapRecord.Part part = one ? now.parts().getFirst() : null;
        table.row(
                now.id(),
                Instant.ofEpochMilli(now.startedAt()).toString(),
                now.who(),
                part == null ? now.source() : part.bundle(),
                part == null ? "" : part.from(),
                part == null ? "" : part.to(),
                "UNDER WAY",
                now.rooms().size(),
                "",
                now.detail().isEmpty() ? now.step() : now.detail());
    }

    /** A record as text for who asked for the swap. */
    static String describe(SwapRecord record) {
        StringBuilder text = new StringBuilder("%s: %s".formatted(record.verdict(), record.reason()));
        if (!record.rooms().isEmpty()) {
            Table rooms = new Table("room", "system", "from", "to", "tick", "gap ms");
            record.rooms()
                    .forEach(room -> rooms.row(
                            room.room(),
                            room.system(),
                            room.from(),
                            room.to(),
                            room.tick(),
                            Looks.millis(room.gapNanos())));
            text.append('\n').append(rooms.text());
        }
        record.figures()
                .forEach(figure -> text.append(String.format(
                        Locale.ROOT, "%n%s: %.2f before, %.2f after", figure.name(), figure.before(), figure.after())));
        plan(record, text);
        // A step can come twice, such as the soak of the canaries and that of the rest.
        List<String> steps = record.steps().stream()
                .map(step -> "%s %s ms".formatted(step.name(), Looks.millis(step.micros() * 1000)))
                .toList();
        return text.append("\nsteps: ").append(String.join(", ", steps)).toString();
    }

    /** Where nothing was done it is the plan that matters. */
    private static void plan(SwapRecord record, StringBuilder text) {
        if (record.verdict() == Verdict.DRY_RUN || record.verdict() == Verdict.REFUSED) {
            lines("would be wired", record.plan().wires(), text);
            lines("rooms touched", record.plan().rooms(), text);
            lines("missing", record.plan().missing(), text);
            lines("would restart", record.plan().restarts(), text);
        }
    }

    private static void lines(String title, List<String> lines, StringBuilder text) {
        if (!lines.isEmpty()) {
            text.append('\n').append(title).append(":\n  ").append(String.join("\n  ", lines));
        }
    }
}
