package org.hotrealm.ops.upgrade;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hotrealm.ops.api.SwapCheck;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;

/**
 * What swaps work with. Services are asked for each time they are needed: a swap may replace who offers them.
 *
 * @param container the framework
 * @param depot the jars
 * @param health whether bundles do what they should
 * @param settings checked settings
 * @param pins the versions that rooms run
 * @param rooms the rooms
 * @param checks other bundles' checks
 * @param underway how far the swap under way is
 * @param successor another version of this bundle
 * @param pause where a swap waits, for rehearsals
 */
record Tools(
        Container container,
        Depot depot,
        Health health,
        Settings settings,
        Supplier<@Nullable Pins> pins,
        Supplier<@Nullable Rooms> rooms,
        Supplier<List<SwapCheck>> checks,
        Underway underway,
        Successor successor,
        Pause pause) {

    /** Deletes jars of a bundle that nobody will ask for. */
    void prune(String bundle) {
        Set<String> installed = container.named(bundle).stream()
                .map(each -> each.getVersion().toString())
                .collect(Collectors.toSet());
        depot.prune(bundle, installed, settings.versionsKept());
    }
}
