package org.hotrealm.ops.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotrealm.ops.config.Layers.Effective;
import org.hotrealm.ops.config.Layers.Taken;

/** What {@code realm:config} says: every setting with its value in force and where it comes from. */
final class ConfigCommand {

    private final Schema schema;
    private final Layers layers;
    private final ConfigFolder folder;

    ConfigCommand(Schema schema, Layers layers, ConfigFolder folder) {
        this.schema = schema;
        this.layers = layers;
        this.folder = folder;
    }

    /** A component, or one of several of its kind, with its settings. */
    private record Shelf(String pid, String bundle, List<Effective> settings) {}

    /** Runs it; the words are parts of PIDs, {@code --all} or {@code --json}. */
    String run(List<String> words) {
        List<String> unknown = words.stream()
                .filter(word -> word.startsWith("-") && !word.equals("--all") && !word.equals("--json"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is not understood; realm:config [PID, or a part of it] [--all] [--json]".formatted(unknown));
        }
        List<String> parts =
                words.stream().filter(word -> !word.startsWith("-")).toList();
        List<Shelf> shelves = shelves().stream()
                .filter(shelf -> parts.stream().allMatch(part -> shelf.pid.contains(part)))
                .toList();
        if (shelves.isEmpty() && !parts.isEmpty()) {
            throw new IllegalArgumentException("no component here has %s in its PID; realm:config lists them"
                    .formatted(String.join(" and ", parts)));
        }
        boolean defaults = words.contains("--all") || !parts.isEmpty();
        return words.contains("--json") ? json(shelves) : text(shelves, defaults);
    }

    private List<Shelf> shelves() {
        List<Shelf> shelves = new ArrayList<>();
        Map<String, Taken> taken = folder.taken();
        for (Described component : schema.all()) {
            if (!component.several()) {
                Taken its = taken.getOrDefault(component.pid(), Taken.NONE);
                shelves.add(new Shelf(component.pid(), component.bundle(), layers.of(component, its)));
            }
        }
        taken.forEach((pid, its) -> {
            Described component = schema.of(pid).orElse(null);
            if (component == null) {
                shelves.add(new Shelf(pid, "", layers.of(its)));
            } else if (component.several()) {
                shelves.add(new Shelf(pid, component.bundle(), layers.of(component, its)));
            }
        });
        shelves.sort(java.util.Comparator.comparing(Shelf::pid));
        return shelves;
    }

    private String text(List<Shelf> shelves, boolean defaults) {
        List<String> lines = new ArrayList<>();
        for (Shelf shelf : shelves) {
            List<Effective> told = shelf.settings.stream()
                    .filter(each -> defaults || !each.isDefault())
                    .toList();
            lines.add(shelf.pid
                    + (shelf.bundle.isEmpty() ? "  (no bundle here describes its settings; taken as they are)" : "")
                    + (told.isEmpty() ? "  defaults" : ""));
            int key = told.stream().mapToInt(each -> each.key().length()).max().orElse(0);
            int value =
                    told.stream().mapToInt(each -> each.value().length()).max().orElse(0);
            told.forEach(each -> lines.add(("  %-" + Math.max(1, key) + "s = %-" + Math.clamp(value, 1, 40) + "s  %s")
                    .formatted(each.key(), each.value(), each.source())));
        }
        folder.refusals().stream()
                .flatMap(each -> each.texts().stream())
                .forEach(each -> lines.add("refused: " + each));
        if (!defaults) {
            lines.add("realm:config PID shows every setting of a component, realm:config --all those of all.");
        }
        return String.join("\n", lines) + "\n";
    }

    private String json(List<Shelf> shelves) {
        String components = shelves.stream()
                .map(shelf -> "{\"pid\":%s,\"bundle\":%s,\"settings\":[%s]}"
                        .formatted(
                                Shown.quoted(shelf.pid),
                                Shown.quoted(shelf.bundle),
                                shelf.settings.stream().map(ConfigCommand::json).collect(Collectors.joining(","))))
                .collect(Collectors.joining(","));
        String refused = folder.refusals().stream()
                .flatMap(each -> each.problems().stream().map(problem -> json(problem, each.instead())))
                .collect(Collectors.joining(","));
        return "{\"components\":[%s],\"refused\":[%s]}\n".formatted(components, refused);
    }

    private static String json(Problem each, String instead) {
        return "{\"file\":%s,\"line\":%d,\"column\":%d,\"reason\":%s,\"instead\":%s}"
                .formatted(
                        Shown.quoted(each.file().toString()),
                        each.line(),
                        each.column(),
                        Shown.quoted(each.reason()),
                        Shown.quoted(instead));
    }

    private static String json(Effective each) {
        boolean hidden = each.value().equals("(secret)");
        return "{\"key\":%s,\"value\":%s,\"source\":%s}"
                .formatted(
                        Shown.quoted(each.key()),
                        hidden || each.value().isEmpty() ? "null" : each.value(),
                        Shown.quoted(each.source()));
    }
}
