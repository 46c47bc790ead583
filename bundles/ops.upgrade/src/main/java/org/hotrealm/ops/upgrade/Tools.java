package org.hotrealm.ops.upgrade;

import java.util.List;
import java.util.function.Supplier;
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
 */
record Tools(
        Container container,
        Depot depot,
        Health health,
        Settings settings,
        Supplier<@Nullable Pins> pins,
        Supplier<@Nullable Rooms> rooms,
        Supplier<List<SwapCheck>> checks) {}
