package org.hotrealm.ops.features;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hotrealm.ops.api.FeatureSets.Outcome;
import org.hotrealm.ops.api.FeatureSets.Way;
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

    private final Catalog catalog;
    private final Shelf shelf;
    private final Bundles bundles;
    private final Planner planner;
    private final InForce inForce;
    private final BiFunction<SwapRequest, Consumer<String>, SwapRecord> swap;

    /** @param swap does it, or leaves everything as it was */
    Features(
            Catalog catalog,
            Shelf shelf,
            Bundles bundles,
            Planner planner,
            InForce inForce,
            BiFunction<SwapRequest, Consumer<String>, SwapRecord> swap) {
        this.catalog = catalog;
        this.shelf = shelf;
        this.bundles = bundles;
        this.planner = planner;
        this.inForce = inForce;
        this.swap = swap;
        settle();
    }

    /** A server that was killed while it swapped: what its bundles are now tells how that ended. */
    private void settle() {
        try {
            Optional<Shelf.Changes> next = shelf.next();
            if (next.isPresent()) {
                List<Feature> before = shelf.active().installed();
                boolean there = next.get().installed().stream()
                        .filter(each -> !before.contains(each))
                        .allMatch(each -> each.parts().stream().allMatch(bundles::is));
                shelf.settle(there && gone(next.get()));
            }
            inForce.put(shelf.active());
        } catch (IOException e) {
            LOG.error("the list of features cannot be written", e);
        }
    }

    private boolean gone(Shelf.Changes next) {
        Map<String, Feature> then = catalog.with(next);
        return catalog.installed().values().stream()
                .filter(each -> !then.containsKey(each.name()))
                .flatMap(each -> each.parts().stream())
                .filter(part -> then.values().stream()
                        .noneMatch(other -> other.part(part.bundle()).isPresent()))
                .allMatch(part -> bundles.versions(part.bundle()).isEmpty());
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
    synchronized Outcome put(Way way, String source, UnaryOperator<SwapRequest> how, Consumer<String> progress)
            throws Refusal {
        Feature after = catalog.find(source);
        Map<String, Feature> others = catalog.installed();
        Feature before = others.remove(after.name());
        fits(way, before, after);
        List<Change> changes = planner.changes(before, after, others.values());
        return change(after.label(), changes, shelf.active().with(after), after, how, progress);
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
    synchronized Outcome remove(String name, UnaryOperator<SwapRequest> how, Consumer<String> progress) throws Refusal {
        Map<String, Feature> others = catalog.installed();
        Feature before = others.remove(name);
        Shelf.Changes then = before == null ? shelf.active() : shelf.active().without(name);
        Feature leaving = before == null ? loose(name, others) : before;
        List<Change> changes = planner.changes(leaving, null, others.values());
        return change("-" + leaving.label(), changes, then, null, how, progress);
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
            UnaryOperator<SwapRequest> how,
            Consumer<String> progress)
            throws Refusal {
        try {
            if (changes.isEmpty()) {
                shelf.prepare(then);
                shelf.settle(true);
                keep(kept);
                inForce.put(then);
                return new Outcome(true, "%s: no bundle had to change".formatted(called), null);
            }
            SwapRequest request = how.apply(SwapRequest.of("feature " + called, changes, "feature"));
            shelf.prepare(then);
            if (kept != null && !request.dryRun()) {
                // What comes starts with its settings; what goes keeps them to its end.
                inForce.put(then);
            }
            SwapRecord record = swap.apply(request, progress);
            // Once more: a swap of this very bundle has started its successor, which took that for a killed server's.
            shelf.prepare(then);
            shelf.settle(record.succeeded());
            if (record.succeeded()) {
                keep(kept);
            }
            inForce.put(shelf.active());
            boolean fine = record.succeeded() || record.verdict() == SwapRecord.Verdict.DRY_RUN;
            return new Outcome(fine, "%s: %s: %s".formatted(called, record.verdict(), record.reason()), record);
        } catch (IOException e) {
            throw new Refusal("the list of features cannot be written: " + e);
        }
    }

    private void keep(@Nullable Feature feature) throws IOException {
        if (feature != null) {
            shelf.keep(feature);
        }
    }
}
