package org.hotrealm.ops.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.SwapRequest.Change;
import org.hotrealm.ops.features.Feature.Part;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, replaces and removes features, one at a time. Any thread. */
final class Features {

    private static final Logger LOG = LoggerFactory.getLogger(Features.class);

    private final List<Feature> started;
    private final FeatureReader reader;
    private final Shelf shelf;
    private final Bundles bundles;
    private final Planner planner;
    private final Path delivered;
    private final Function<SwapRequest, SwapRecord> swap;

    /**
     * @param startedWith files of the features that the launcher installed
     * @param delivered folder of the features that the server came with
     * @param swap does it, or leaves everything as it was
     */
    Features(
            List<Path> startedWith,
            Path delivered,
            FeatureReader reader,
            Shelf shelf,
            Bundles bundles,
            Planner planner,
            Function<SwapRequest, SwapRecord> swap) {
        this.reader = reader;
        this.shelf = shelf;
        this.bundles = bundles;
        this.planner = planner;
        this.delivered = delivered;
        this.swap = swap;
        started = read(startedWith);
        settle();
    }

    /**
     * What became of it.
     *
     * @param done whether it is as it was asked for
     * @param text one sentence
     */
    record Outcome(boolean done, String text) {}

    /** What to do with a feature. */
    enum Way {
        INSTALL,
        UPGRADE,
        DOWNGRADE
    }

    private List<Feature> read(List<Path> files) {
        List<Feature> read = new ArrayList<>();
        for (Path file : files) {
            try {
                read.add(reader.read(file));
            } catch (Refusal e) {
                LOG.warn("A feature is not told among the others: {}", e.getMessage());
            }
        }
        return List.copyOf(read);
    }

    /** A server that was killed while it swapped: what its bundles are now tells how that ended. */
    private void settle() {
        try {
            Optional<Shelf.Changes> next = shelf.next();
            if (next.isPresent()) {
                shelf.settle(next.get().installed().stream()
                                .allMatch(each -> each.parts().stream().allMatch(bundles::is))
                        && gone(next.get()));
            }
        } catch (IOException e) {
            LOG.error("the list of features cannot be written", e);
        }
    }

    private boolean gone(Shelf.Changes next) {
        Map<String, Feature> then = next.over(started);
        return installed().values().stream()
                .filter(each -> !then.containsKey(each.name()))
                .flatMap(each -> each.parts().stream())
                .filter(part -> then.values().stream()
                        .noneMatch(other -> other.part(part.bundle()).isPresent()))
                .allMatch(part -> bundles.versions(part.bundle()).isEmpty());
    }

    /** The features in force, by name. */
    Map<String, Feature> installed() {
        return shelf.active().over(started);
    }

    /** Features that could be installed without a file: delivered, or installed here before. */
    List<Feature> available() {
        Map<String, Feature> all = new TreeMap<>();
        shelf.kept().forEach(each -> all.put(each.label(), each));
        try (Stream<Path> files = Files.isDirectory(delivered) ? Files.list(delivered) : Stream.empty()) {
            read(files.filter(each -> each.toString().endsWith(".feature.json"))
                            .sorted()
                            .toList())
                    .forEach(each -> all.put(each.label(), each));
        } catch (IOException e) {
            LOG.warn("cannot look into {}", delivered, e);
        }
        Map<String, Feature> now = installed();
        return all.values().stream()
                .filter(each -> !Optional.ofNullable(now.get(each.name()))
                        .map(Feature::version)
                        .equals(Optional.of(each.version())))
                .toList();
    }

    /** What is not as the feature says, a phrase each. */
    List<String> differing(Feature feature) {
        return feature.parts().stream()
                .filter(part -> !bundles.is(part))
                .map(part -> {
                    List<String> here = bundles.versions(part.bundle());
                    return here.isEmpty()
                            ? part.bundle() + " is missing"
                            : "%s is %s".formatted(part.bundle(), String.join(" and ", here));
                })
                .toList();
    }

    /** Puts a feature in force, given by a file or as {@code name/version} or {@code name}. */
    synchronized Outcome put(Way way, String source, Function<SwapRequest, SwapRequest> how) throws Refusal {
        Feature after = find(source);
        Map<String, Feature> others = installed();
        Feature before = others.remove(after.name());
        fits(way, before, after);
        List<Change> changes = planner.changes(before, after, others.values());
        return change(after.label(), changes, shelf.active().with(after), after, how);
    }

    private static void fits(Way way, @Nullable Feature before, Feature after) throws Refusal {
        if (way == Way.INSTALL && before != null) {
            throw new Refusal(
                    "%s is installed as %s; upgrade or downgrade it instead".formatted(after.name(), before.label()));
        }
        if (way == Way.INSTALL) {
            return;
        }
        if (before == null) {
            throw new Refusal("%s is not installed; install it instead".formatted(after.name()));
        }
        int order = after.order().compareTo(before.order());
        if ((way == Way.UPGRADE && order <= 0) || (way == Way.DOWNGRADE && order >= 0)) {
            throw new Refusal("%s is no %s of %s"
                    .formatted(after.label(), way == Way.UPGRADE ? "upgrade" : "downgrade", before.label()));
        }
    }

    /** Takes a feature out: the bundles that no other feature has. Or a bundle that no feature has, by its symbolic name. */
    synchronized Outcome remove(String name, Function<SwapRequest, SwapRequest> how) throws Refusal {
        Map<String, Feature> others = installed();
        Feature before = others.remove(name);
        Shelf.Changes then = before == null ? shelf.active() : shelf.active().without(name);
        Feature leaving = before == null ? loose(name, others) : before;
        List<Change> changes = planner.changes(leaving, null, others.values());
        return change("-" + leaving.label(), changes, then, null, how);
    }

    /** A bundle that was swapped in by itself, as a feature of its own. */
    private Feature loose(String bundle, Map<String, Feature> features) throws Refusal {
        List<String> versions = bundles.versions(bundle);
        List<String> having = features.values().stream()
                .filter(each -> each.part(bundle).isPresent())
                .map(Feature::name)
                .toList();
        if (!having.isEmpty()) {
            throw new Refusal(
                    "%s is a bundle of %s and goes with that".formatted(bundle, String.join(" and ", having)));
        }
        if (versions.isEmpty()) {
            throw new Refusal(
                    "%s is not installed; installed are %s".formatted(bundle, String.join(", ", features.keySet())));
        }
        return new Feature(bundle, versions.getFirst(), "", List.of(new Part(bundle, versions.getFirst(), 0, "")));
    }

    private Outcome change(
            String called,
            List<Change> changes,
            Shelf.Changes then,
            @Nullable Feature kept,
            Function<SwapRequest, SwapRequest> how)
            throws Refusal {
        try {
            if (changes.isEmpty()) {
                shelf.prepare(then);
                shelf.settle(true);
                keep(kept);
                return new Outcome(true, "%s: no bundle had to change".formatted(called));
            }
            SwapRequest request = how.apply(SwapRequest.of("feature " + called, changes, "feature"));
            shelf.prepare(then);
            SwapRecord record = swap.apply(request);
            shelf.settle(record.succeeded());
            if (record.succeeded()) {
                keep(kept);
            }
            boolean fine = record.succeeded() || record.verdict() == SwapRecord.Verdict.DRY_RUN;
            return new Outcome(fine, "%s: %s: %s".formatted(called, record.verdict(), record.reason()));
        } catch (IOException e) {
            throw new Refusal("the list of features cannot be written: " + e);
        }
    }

    private void keep(@Nullable Feature feature) throws IOException {
        if (feature != null) {
            shelf.keep(feature);
        }
    }

    private Feature find(String source) throws Refusal {
        if (source.endsWith(".json")) {
            return reader.read(Path.of(source));
        }
        List<Feature> found = available().stream()
                .filter(each -> each.label().equals(source) || each.name().equals(source))
                .toList();
        Feature now = installed().get(source.split("/", 2)[0]);
        if (found.isEmpty() && now != null) {
            return now;
        }
        if (found.size() != 1) {
            throw new Refusal("%s, name a file or one of %s"
                    .formatted(
                            found.isEmpty()
                                    ? "no feature %s is known here".formatted(source)
                                    : source + " has several versions",
                            available().stream().map(Feature::label).toList()));
        }
        return found.getFirst();
    }
}
