package org.hotrealm.ops.features;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hotrealm.ops.api.FeatureSets;
import org.hotrealm.ops.api.SettingsFiles;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.Swaps;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What features there are and how they change, for other bundles and as the commands {@code realm:features} and {@code realm:feature}. */
@Component(
        service = {FeatureCommands.class, FeatureSets.class},
        immediate = true,
        property = {
            "osgi.command.scope=realm",
            "osgi.command.function=features",
            "osgi.command.function=feature",
            "hotrealm.help.features=the features: what is installed, what could be, what differs from what they say",
            "hotrealm.help.feature=install|upgrade|downgrade FILE|NAME/VERSION, or remove NAME|BUNDLE [--soak 1s] [--dry-run]:"
                    + " changes a feature's bundles as one, all or nothing"
        })
public final class FeatureCommands implements FeatureSets {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String USAGE =
            "write: realm:feature install|upgrade|downgrade FILE|NAME/VERSION, or realm:feature remove NAME|BUNDLE;"
                    + " [--soak 1s] [--dry-run]";

    private final Catalog catalog;
    private final Features features;
    private final Swaps swaps;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SettingsFiles settings;

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
        InForce inForce = new InForce(data.resolve("features/in-force"), this::look);
        features = new Features(catalog, shelf, bundles, new Planner(bundles, irreplaceable), inForce, this::swap);
    }

    private void look() {
        SettingsFiles now = settings;
        if (now != null) {
            now.look();
        }
    }

    private static String property(BundleContext context, String name, String otherwise) {
        String value = context.getProperty(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    private SwapRecord swap(SwapRequest request, Consumer<String> progress) {
        return swaps.swap(request, progress)
                .toCompletableFuture()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public List<Info> list() {
        List<Info> all = new ArrayList<>();
        catalog.installed().values().forEach(each -> all.add(info(each, "installed", features.differing(each))));
        catalog.available().forEach(each -> all.add(info(each, "available", List.of())));
        return all;
    }

    private static Info info(Feature feature, String state, List<String> differing) {
        return new Info(
                feature.name(), feature.version(), state, feature.parts().size(), feature.title(), differing);
    }

    @Override
    public CompletionStage<Outcome> change(Request request, Consumer<String> progress) {
        CompletableFuture<Outcome> done = new CompletableFuture<>();
        Thread.ofVirtual().name("feature").start(() -> {
            try {
                done.complete(run(request, progress));
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private Outcome run(Request request, Consumer<String> progress) {
        UnaryOperator<SwapRequest> how = swap -> {
            SwapRequest soaking = swap.soaking(request.soak()).by(request.who());
            return request.dryRun() ? soaking.dry() : soaking;
        };
        try {
            return request.way() == Way.REMOVE
                    ? features.remove(request.feature(), how, progress)
                    : features.put(request.way(), request.feature(), how, progress);
        } catch (Refusal e) {
            return new Outcome(false, String.valueOf(e.getMessage()), null);
        }
    }

    /** Lists features; {@code --json} for machines. */
    public Object features(String... words) {
        List<Info> rows = list();
        if (Arrays.asList(words).contains("--json")) {
            return rows;
        }
        StringBuilder text = new StringBuilder("%-14s %-10s %-10s %-8s %s%n"
                .formatted("feature", "version", "state", "bundles", "what, and what differs"));
        rows.forEach(row -> text.append("%-14s %-10s %-10s %-8s %s%s%n"
                .formatted(
                        row.feature(),
                        row.version(),
                        row.state(),
                        row.bundles(),
                        row.title(),
                        row.differing().isEmpty() ? "" : "; " + row.differing())));
        return text.toString();
    }

    /** Changes a feature; {@link IllegalArgumentException} with a sentence where it is not done. */
    public Object feature(String... words) {
        List<String> plain = new ArrayList<>();
        Duration soak = SwapRequest.DEFAULT_SOAK;
        boolean dry = false;
        boolean json = false;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--dry-run" -> dry = true;
                case "--soak" -> soak = time(++i < words.length ? words[i] : "");
                case "--json" -> json = true;
                default -> plain.add(words[i]);
            }
        }
        if (plain.size() != 2) {
            throw new IllegalArgumentException(USAGE);
        }
        Outcome outcome = run(new Request(way(plain.getFirst()), plain.getLast(), soak, dry, "feature"), step -> {});
        if (!outcome.done()) {
            throw new IllegalArgumentException(outcome.text());
        }
        return json ? outcome : outcome.text() + "\n";
    }

    private static Way way(String word) {
        try {
            return Way.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
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
