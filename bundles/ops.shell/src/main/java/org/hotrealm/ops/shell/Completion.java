package org.hotrealm.ops.shell;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.ops.api.FeatureSets;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.SeatInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** How the last word of a command can go on: commands, options, and what there is on this server just now. */
final class Completion {

    /** Nobody waits longer for a word to be completed. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final String JSON = "--json";
    private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error", "off", "default");
    private static final List<String> WAYS = Stream.of(FeatureSets.Way.values())
            .map(way -> way.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final Map<String, List<String>> OPTIONS = Map.of(
            "swap", List.of("--rooms", "--canary", "--hold", "--soak", "--dry-run", "--who"),
            "feature", List.of("--soak", "--dry-run"),
            "config", List.of("--all"),
            "content", List.of("--check"),
            "explain", List.of("--room"));

    private final Parts parts;
    private final BundleContext context;

    Completion(Parts parts, BundleContext context) {
        this.parts = parts;
        this.context = context;
    }

    /** The words that the last of these may become; the first is the command, without its scope. */
    List<String> of(List<String> words, Collection<String> commands) {
        String last = words.isEmpty() ? "" : words.getLast();
        Collection<String> candidates = words.size() < 2 ? commands : arguments(words, last);
        return new TreeSet<>(candidates)
                .stream().filter(each -> each.startsWith(last)).toList();
    }

    private Collection<String> arguments(List<String> words, String last) {
        String command = words.getFirst();
        String before = words.get(words.size() - 2);
        if (before.equals("--rooms") || before.equals("--room")) {
            return rooms();
        }
        if (last.startsWith("-")) {
            Collection<String> options = new TreeSet<>(OPTIONS.getOrDefault(command, List.of()));
            options.add(JSON);
            return options;
        }
        return switch (command) {
            case "clients" -> rooms();
            case "move" -> words.size() == 2 ? roomsAndAll() : nodes();
            case "kick" -> words.size() == 2 ? sessions() : List.of();
            case "bundles", "swap", "config" -> bundles();
            case "feature" -> words.size() == 2 ? WAYS : features();
            case "log" -> words.size() == 2 ? loggers() : LEVELS;
            default -> List.of();
        };
    }

    private Collection<String> rooms() {
        return known(() -> parts.rooms().list().stream().map(RoomInfo::id).toList());
    }

    private Collection<String> roomsAndAll() {
        Collection<String> all = new TreeSet<>(rooms());
        all.add(Moving.ALL);
        return all;
    }

    private Collection<String> nodes() {
        return known(() -> Moving.nodes(parts.cluster()).stream()
                .map(NodeInfo::id)
                .filter(id -> !id.equals(parts.rooms().processId()))
                .toList());
    }

    private Collection<String> sessions() {
        return known(() -> parts.rooms().list().stream()
                .flatMap(room -> Waiting.await(parts.rooms().seats(room.id()), SOON).stream())
                .map(SeatInfo::session)
                .toList());
    }

    private Collection<String> bundles() {
        return Arrays.stream(context.getBundles())
                .map(Bundle::getSymbolicName)
                .filter(name -> name != null && name.startsWith("org.hotrealm."))
                .toList();
    }

    private Collection<String> features() {
        return known(() -> parts.features().list().stream()
                .map(each -> each.state().equals("installed") ? each.feature() : each.feature() + "/" + each.version())
                .toList());
    }

    private Collection<String> loggers() {
        return known(() -> {
            Collection<String> names = new TreeSet<>(parts.logs().levels().keySet());
            names.addAll(bundles());
            return names;
        });
    }

    /** What cannot be told now is no reason to disturb who types. */
    private static Collection<String> known(Supplier<Collection<String>> names) {
        try {
            return names.get();
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}
