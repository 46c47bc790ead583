package org.hotrealm.ops.features;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hotrealm.ops.api.SwapRequest.Change;
import org.hotrealm.ops.features.Bundles.Need;
import org.hotrealm.ops.features.Feature.Part;
import org.jspecify.annotations.Nullable;

/** Finds out which bundles change where one feature takes the place of another. */
final class Planner {

    private final Bundles bundles;
    private final Set<String> irreplaceable;

    /** @param irreplaceable bundles without which nothing is swapped */
    Planner(Bundles bundles, Set<String> irreplaceable) {
        this.bundles = bundles;
        this.irreplaceable = irreplaceable;
    }

    /**
     * What to change.
     *
     * @param before the feature now, or null
     * @param after the feature then, or null
     * @param others the other features that stay
     */
    List<Change> changes(@Nullable Feature before, @Nullable Feature after, Collection<Feature> others) throws Refusal {
        List<Change> changes = new ArrayList<>();
        if (after != null) {
            for (Part part : after.parts()) {
                agree(after, part, others);
                if (!bundles.is(part)) {
                    changes.add(new Change.Put(source(part), part.startLevel()));
                }
            }
        }
        Set<String> leaving = leaving(before, after, others);
        refuseNeeded(leaving, others);
        leaving.forEach(bundle -> changes.add(new Change.Remove(bundle)));
        return changes;
    }

    /** Two features that share a bundle have to name the same version. */
    private static void agree(Feature feature, Part part, Collection<Feature> others) throws Refusal {
        for (Feature other : others) {
            Part same = other.part(part.bundle()).orElse(part);
            if (!same.version().equals(part.version())) {
                throw new Refusal("%s has %s %s, but %s has %s; both have to name one version"
                        .formatted(feature.label(), part.bundle(), part.version(), other.label(), same.version()));
            }
        }
    }

    /** A jar that is not where it was is known to the server by its name. */
    private static String source(Part part) {
        return Files.isRegularFile(Path.of(part.jar())) ? part.jar() : part.bundle() + "/" + part.version();
    }

    private Set<String> leaving(@Nullable Feature before, @Nullable Feature after, Collection<Feature> others) {
        Set<String> leaving = new LinkedHashSet<>();
        for (Part part : before == null ? List.<Part>of() : before.parts().reversed()) {
            boolean stays = (after != null && after.part(part.bundle()).isPresent())
                    || others.stream()
                            .anyMatch(other -> other.part(part.bundle()).isPresent());
            if (!stays && !bundles.versions(part.bundle()).isEmpty()) {
                leaving.add(part.bundle());
            }
        }
        return leaving;
    }

    private void refuseNeeded(Set<String> leaving, Collection<Feature> others) throws Refusal {
        List<String> own = leaving.stream().filter(irreplaceable::contains).toList();
        if (!own.isEmpty()) {
            throw new Refusal("%s cannot go, as nothing could be installed or swapped without it".formatted(own));
        }
        Map<String, List<Need>> needs = new TreeMap<>();
        for (Need need : bundles.needs(leaving)) {
            List<String> having = others.stream()
                    .filter(other -> other.part(need.bundle()).isPresent())
                    .map(Feature::name)
                    .toList();
            String who = having.isEmpty() ? need.bundle() : String.join(" and ", having);
            needs.computeIfAbsent(who, any -> new ArrayList<>()).add(need);
        }
        if (!needs.isEmpty()) {
            String list = needs.entrySet().stream()
                    .map(each -> "%s (%s)".formatted(each.getKey(), told(each.getValue())))
                    .collect(Collectors.joining(", "));
            throw new Refusal("what would go is needed by %s; remove these first".formatted(list));
        }
    }

    private static String told(List<Need> needs) {
        Need first = needs.getFirst();
        String more = needs.size() == 1 ? "" : " and %d more".formatted(needs.size() - 1);
        return "%s uses %s%s".formatted(first.bundle(), first.what(), more);
    }
}
