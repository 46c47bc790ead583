package org.hotrealm.ops.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RoomInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The commands that only look. */
final class Looks {

    private static final Set<String> NONE = Set.of();
    private static final int SWAPS = 20;

    private final Parts parts;
    private final BundleContext context;

    Looks(Parts parts, BundleContext context) {
        this.parts = parts;
        this.context = context;
    }

    Answer rooms(List<String> arguments) {
        Words.of(arguments, NONE, NONE);
        Table table = new Table(
                "room",
                "type",
                "clients",
                "seats",
                "tick",
                "last ms",
                "late",
                "rung",
                "failures",
                "versions",
                "missing");
        for (RoomInfo room : parts.rooms().list()) {
            table.row(
                    room.id(),
                    room.type(),
                    room.clients(),
                    room.maxClients(),
                    room.tick(),
                    millis(room.lastTickNanos()),
                    room.lateTicks(),
                    room.rung(),
                    room.failures(),
                    room.pins().stream().map(Pin::toString).toList(),
                    room.missing());
        }
        return Answer.of(table);
    }

    Answer systems(List<String> arguments) {
        Words.of(arguments, NONE, NONE);
        List<Pin> defaults = parts.pins().defaults();
        List<RoomInfo> rooms = parts.rooms().list();
        Table table = new Table("system", "version", "bundle", "rooms", "new rooms");
        for (Pin pin : parts.pins().available()) {
            long running =
                    rooms.stream().filter(room -> room.pins().contains(pin)).count();
            table.row(pin.system(), pin.version(), pin.bundle(), running, defaults.contains(pin) ? "yes" : "no");
        }
        return Answer.of(table);
    }

    Answer bundles(List<String> arguments) {
        String word = String.join(" ", Words.of(arguments, NONE, NONE).plain());
        Table table = new Table("id", "state", "bundle", "version");
        for (Bundle bundle : context.getBundles()) {
            String name = String.valueOf(bundle.getSymbolicName());
            if (name.contains(word)) {
                table.row(
                        bundle.getBundleId(),
                        state(bundle),
                        name,
                        bundle.getVersion().toString());
            }
        }
        return Answer.of(table);
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.INSTALLED -> "installed";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            default -> "uninstalled";
        };
    }

    Answer nodes(List<String> arguments) {
        Words.of(arguments, NONE, NONE);
        String here = parts.rooms().processId();
        Table table = new Table("node", "address", "rooms", "clients", "draining", "this one");
        Moving.nodes(parts.cluster())
                .forEach(node -> table.row(
                        node.id(),
                        node.address(),
                        node.rooms(),
                        node.clients(),
                        node.draining(),
                        node.id().equals(here)));
        return Answer.of(table);
    }

    Answer content(List<String> arguments) {
        Words words = Words.of(arguments, Set.of("--check"), NONE);
        if (words.option("--check").isPresent()) {
            return check(words.option("--check").get());
        }
        ContentSet set = parts.content().current();
        List<String> problems = parts.content().problems().stream()
                .map(ContentProblem::toString)
                .toList();
        String text = "revision %d: %d monsters, %d skills, %d loot tables, %d items, %d zones%n%s"
                .formatted(
                        set.revision(),
                        set.monsters().size(),
                        set.skills().size(),
                        set.tables().size(),
                        set.items().size(),
                        set.zones().size(),
                        problems.isEmpty()
                                ? "the files are in force as they are"
                                : "not in force, because:\n" + String.join("\n", problems));
        return new Answer(problems.isEmpty(), text, Map.of("revision", set.revision(), "problems", problems));
    }

    /** A dry run: nothing is taken over. */
    private Answer check(String folder) {
        List<String> problems = parts.content().check(java.nio.file.Path.of(folder)).stream()
                .map(ContentProblem::toString)
                .toList();
        String text = problems.isEmpty()
                ? "the content in %s is right%n".formatted(folder)
                : "the content in %s would be refused: %d mistakes%n%s%n"
                        .formatted(folder, problems.size(), String.join("\n", problems));
        return new Answer(problems.isEmpty(), text, Map.of("folder", folder, "problems", problems));
    }

    Answer health(List<String> arguments) {
        Words.of(arguments, NONE, NONE);
        Table table = new Table("check", "status", "what");
        boolean well = true;
        for (HealthCheckExecutionResult each : parts.health().execute(HealthCheckSelector.tags("-off"))) {
            List<String> says = new ArrayList<>();
            each.getHealthCheckResult().forEach(entry -> says.add(entry.getMessage()));
            well &= each.getHealthCheckResult().isOk();
            table.row(
                    each.getHealthCheckMetadata().getName(),
                    each.getHealthCheckResult().getStatus().name(),
                    String.join("; ", says));
        }
        return new Answer(well, table.text(), table.rows());
    }

    Answer swaps(List<String> arguments) {
        Words words = Words.of(arguments, NONE, NONE);
        int most = words.plain().isEmpty() ? SWAPS : number(words.only("number"));
        if (most < 1) {
            throw new Words.NotUnderstood("%d swaps cannot be shown; give 1 or more".formatted(most));
        }
        List<SwapRecord> records = parts.swaps().records().stream().limit(most).toList();
        Table table = new Table("id", "when", "who", "bundle", "from", "to", "verdict", "rooms", "gap ms", "reason");
        parts.swaps().underWay().ifPresent(now -> SwapTexts.row(now, table));
        for (SwapRecord record : records) {
            table.row(
                    record.id(),
                    Instant.ofEpochMilli(record.startedAt()).toString(),
                    record.who(),
                    record.bundle(),
                    record.from(),
                    record.to(),
                    record.verdict().name(),
                    record.rooms().size(),
                    millis(record.longestGapNanos()),
                    record.reason());
        }
        return new Answer(true, table.text(), records);
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Words.NotUnderstood("'%s' is no whole number".formatted(text));
        }
    }

    static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e6);
    }
}
