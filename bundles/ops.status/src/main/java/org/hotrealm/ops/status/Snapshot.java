package org.hotrealm.ops.status;

import java.util.List;
import java.util.Map;
import org.hotrealm.ops.api.SwapProgress;
import org.jspecify.annotations.Nullable;

/**
 * How the server is at one moment, as the page gets it.
 *
 * @param node the server itself
 * @param figures what is reckoned from the meters
 * @param rooms each room of this node
 * @param systems each version of each system
 * @param bundles this project's bundles
 * @param swap how far the swap under way is; null where there is none
 * @param swaps the last swaps, newest first
 * @param health what the checks say, the worst first
 * @param nodes the nodes of the cluster
 */
record Snapshot(
        Node node,
        Figures figures,
        List<RoomRow> rooms,
        List<SystemRow> systems,
        List<BundleRow> bundles,
        @Nullable SwapProgress swap,
        List<SwapRow> swaps,
        List<HealthRow> health,
        List<NodeRow> nodes) {

    /**
     * The server itself.
     *
     * @param id its name in the cluster, new at every start
     * @param version of the distribution
     * @param startedAt milliseconds since 1970
     * @param now the same, for clocks that differ
     * @param address where players connect
     * @param draining whether it takes no more joins
     * @param java what it runs on
     * @param revision of the content in force; 0 for none
     * @param problems how many mistakes keep newer content from being in force
     */
    record Node(
            String id,
            String version,
            long startedAt,
            long now,
            String address,
            boolean draining,
            String java,
            long revision,
            int problems) {}

    /** Numbers since the start, from which the page reckons rates. */
    record Figures(
            int players,
            int connections,
            Map<String, Double> ticks,
            double lateTicks,
            double patches,
            double bytesSent,
            double messages,
            long memory,
            long memoryMax,
            double processor) {}

    /** A room. */
    record RoomRow(
            String id,
            String type,
            int clients,
            int seats,
            boolean locked,
            long tick,
            int tickMillis,
            double lastMillis,
            long late,
            long failures,
            int rung,
            String stuckIn,
            Map<String, String> versions,
            List<String> missing) {}

    /** A version of a system. */
    record SystemRow(String system, String version, String bundle, long rooms, boolean newRooms) {}

    /** A bundle. */
    record BundleRow(String name, String version, String state) {}

    /** A swap that is over. */
    record SwapRow(
            long id,
            long at,
            String who,
            String bundle,
            String from,
            String to,
            String verdict,
            String reason,
            int rooms,
            double gapMillis,
            double millis) {}

    /** A check. */
    record HealthRow(String name, String status, List<String> messages) {}

    /** A node of the cluster. */
    record NodeRow(String id, String address, int rooms, int clients, boolean draining) {}
}
