package org.hotrealm.ops.features;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.Swaps;
import org.hotrealm.ops.features.Features.Outcome;
import org.hotrealm.ops.features.Features.Way;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.json.JsonMapper;

/** The commands {@code realm:features} and {@code realm:feature}. */
@Component(
        service = FeatureCommands.class,
        immediate = true,
        property = {
            "osgi.command.scope=realm",
            "osgi.command.function=features",
            "osgi.command.function=feature",
            "hotrealm.help.features=the features: what is installed, what could be, what differs from what they say",
            "hotrealm.help.feature=install|upgrade|downgrade FILE|NAME/VERSION, or remove NAME|BUNDLE [--soak 1s] [--dry-run]:"
                    + " changes a feature's bundles as one, all or nothing"
        })
public final class FeatureCommands {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String USAGE =
            "write: realm:feature install|upgrade|downgrade FILE|NAME/VERSION, or realm:feature remove NAME|BUNDLE;"
                    + " [--soak 1s] [--dry-run]";

    private final Catalog catalog;
    private final Features features;
    private final Swaps swaps;
    private final JsonMapper json = JsonMapper.builder().build();

    /** Reads what the launcher installed ({@code hotrealm.features}) and what was changed since ({@code data/features}). */
    @Activate
    public FeatureCommands(BundleContext context, @Reference Swaps swaps) {
        this.swaps = swaps;
        Path home = Path.of(property(context, "hotrealm.home", "."));
        Path data =
                Path.of(property(context, "hotrealm.data", home.resolve("data").toString()));
        List<Path> started = property(context, "hotrealm.features", "")
                .lines()
                .filter(line -> !line.isBlank())
                .map(Path::of)
                .toList();
        Bundles bundles = new Bundles(context);
        Set<String> irreplaceable =
                Set.of("org.hotrealm.ops.upgrade", context.getBundle().getSymbolicName());
        Shelf shelf = new Shelf(data.resolve("features"));
        FeatureReader reader = new FeatureReader(home.resolve("bundles"));
        catalog = new Catalog(started, home.resolve("features"), reader, shelf);
        features = new Features(catalog, shelf, bundles, new Planner(bundles, irreplaceable), this::swap);
    }

    private static String property(BundleContext context, String name, String otherwise) {
        String value = context.getProperty(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private SwapRecord swap(SwapRequest request) {
        return swaps.swap(request, step -> {})
                .toCompletableFuture()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Lists features; {@code --json} for machines. */
    public String features(String... words) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Feature each : catalog.installed().values()) {
            rows.add(row(each, "installed", features.differing(each)));
        }
        for (Feature each : catalog.available()) {
            rows.add(row(each, "available", List.of()));
        }
        if (Arrays.asList(words).contains("--json")) {
            return json.writeValueAsString(rows) + "\n";
        }
        StringBuilder text = new StringBuilder("%-14s %-10s %-10s %-8s %s%n"
                .formatted("feature", "version", "state", "bundles", "what, and what differs"));
        rows.forEach(row -> text.append("%-14s %-10s %-10s %-8s %s%s%n"
                .formatted(
                        row.get("feature"),
                        row.get("version"),
                        row.get("state"),
                        row.get("bundles"),
                        row.get("title"),
                        row.get("differing") instanceof List<?> list && !list.isEmpty() ? "; " + list : "")));
        return text.toString();
    }

    private static Map<String, Object> row(Feature feature, String state, List<String> differing) {
        return Map.of(
                "feature", feature.name(),
                "version", feature.version(),
                "state", state,
                "bundles", feature.parts().size(),
                "title", feature.title(),
                "differing", differing);
    }

    /** Changes a feature; {@link IllegalArgumentException} with a sentence where it is not done. */
    public String feature(String... words) {
        List<String> plain = new ArrayList<>();
        Duration soak = SwapRequest.DEFAULT_SOAK;
        boolean dry = false;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--dry-run" -> dry = true;
                case "--soak" -> soak = time(++i < words.length ? words[i] : "");
                case "--json" -> {}
                default -> plain.add(words[i]);
            }
        }
        if (plain.size() != 2) {
            throw new IllegalArgumentException(USAGE);
        }
        Outcome outcome = run(plain.getFirst(), plain.getLast(), soak, dry);
        if (!outcome.done()) {
            throw new IllegalArgumentException(outcome.text());
        }
        return outcome.text() + "\n";
    }

    private Outcome run(String what, String which, Duration soak, boolean dry) {
        try {
            if (what.equals("remove")) {
                return features.remove(which, request -> how(request, soak, dry));
            }
            return features.put(way(what), which, request -> how(request, soak, dry));
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static SwapRequest how(SwapRequest request, Duration soak, boolean dry) {
        return dry ? request.soaking(soak).dry() : request.soaking(soak);
    }

    private static Way way(String word) {
        return switch (word) {
            case "install" -> Way.INSTALL;
            case "upgrade" -> Way.UPGRADE;
            case "downgrade" -> Way.DOWNGRADE;
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static Duration time(String text) {
        String unit = text.replaceFirst("^\\d+", "").toLowerCase(Locale.ROOT);
        String number = text.substring(0, text.length() - unit.length());
        if (number.isEmpty() || number.length() > 6) {
            throw new IllegalArgumentException("'%s' is no time; write 500ms, 30s or 2m".formatted(text));
        }
        return switch (unit) {
            case "ms" -> Duration.ofMillis(Long.parseLong(number));
            case "s" -> Duration.ofSeconds(Long.parseLong(number));
            case "m" -> Duration.ofMinutes(Long.parseLong(number));
            default -> throw new IllegalArgumentException("'%s' is no time; write 500ms, 30s or 2m".formatted(text));
        };
    }
}
