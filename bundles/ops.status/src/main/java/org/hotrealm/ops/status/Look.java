package org.hotrealm.ops.status;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.content.api.Content;
import org.hotrealm.net.api.Listening;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Step;
import org.hotrealm.ops.api.Swaps;
import org.hotrealm.ops.status.Snapshot.BundleRow;
import org.hotrealm.ops.status.Snapshot.Figures;
import org.hotrealm.ops.status.Snapshot.HealthRow;
import org.hotrealm.ops.status.Snapshot.Node;
import org.hotrealm.ops.status.Snapshot.NodeRow;
import org.hotrealm.ops.status.Snapshot.RoomRow;
import org.hotrealm.ops.status.Snapshot.SwapRow;
import org.hotrealm.ops.status.Snapshot.SystemRow;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Looks at the server. Blocks for a moment at most; whatever is missing or fails is left out. */
final class Look {

    private static final String OURS = "org.hotrealm.";
    private static final int SWAPS = 12;

    private final Parts parts;
    private final BundleContext context;

    Look(Parts parts, BundleContext context) {
        this.parts = parts;
        this.context = context;
    }

    Snapshot now() {
        Rooms rooms = parts.rooms;
        List<RoomInfo> running = rooms == null ? List.of() : rooms.list();
        Swaps swaps = parts.swaps;
        return new Snapshot(
                node(rooms),
                figures(running),
                running.stream()
                        .sorted(Comparator.comparing(RoomInfo::type).thenComparing(RoomInfo::id))
                        .map(Look::room)
                        .toList(),
                systems(running),
                bundles(),
                swaps == null ? null : swaps.underWay().orElse(null),
                swaps == null
                        ? List.of()
                        : swaps.records().stream().limit(SWAPS).map(Look::swap).toList(),
                health(),
                nodes());
    }

    private Node node(@org.jspecify.annotations.Nullable Rooms rooms) {
        Content content = parts.content;
        Listening listening = parts.listening;
        return new Node(
                rooms == null ? "" : rooms.processId(),
                context.getBundle().getVersion().toString(),
                ManagementFactory.getRuntimeMXBean().getStartTime(),
                System.currentTimeMillis(),
                listening == null ? "" : listening.url(),
                rooms != null && rooms.draining(),
                "Java " + Runtime.version().feature(),
                content == null ? 0 : content.current().revision(),
                content == null ? 0 : content.problems().size());
    }

    private Figures figures(List<RoomInfo> rooms) {
        Listening listening = parts.listening;
        Meters meters = new Meters(parts.meters);
        Runtime java = Runtime.getRuntime();
        return new Figures(
                rooms.stream().mapToInt(RoomInfo::clients).sum(),
                listening == null ? 0 : listening.connections(),
                meters.ticks(),
                meters.count("hotrealm.ticks.late"),
                meters.count("hotrealm.messages.sent", "kind", "patch"),
                meters.count("hotrealm.sent"),
                meters.count("hotrealm.messages.received"),
                java.totalMemory() - java.freeMemory(),
                java.maxMemory(),
                meters.gauge("process.cpu.usage"));
    }

    private static RoomRow room(RoomInfo room) {
        Map<String, String> versions = new TreeMap<>();
        room.pins().forEach(pin -> versions.put(pin.system(), pin.version()));
        return new RoomRow(
                room.id(),
                room.type(),
                room.clients(),
                room.maxClients(),
                room.locked(),
                room.tick(),
                room.tickMillis(),
                room.lastTickNanos() / 1e6,
                room.lateTicks(),
                room.failures(),
                room.rung(),
                room.stuckIn(),
                versions,
                room.missing());
    }

    private List<SystemRow> systems(List<RoomInfo> rooms) {
        Pins pins = parts.pins;
        if (pins == null) {
            return List.of();
        }
        List<Pin> defaults = pins.defaults();
        return pins.available().stream()
                .sorted(Comparator.comparing(Pin::system).thenComparing(Pin::version))
                .map(pin -> new SystemRow(
                        pin.system(),
                        pin.version(),
                        pin.bundle(),
                        rooms.stream().filter(room -> room.pins().contains(pin)).count(),
                        defaults.contains(pin)))
                .toList();
    }

    private List<BundleRow> bundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith(OURS))
                .map(bundle -> new BundleRow(
                        bundle.getSymbolicName(), bundle.getVersion().toString(), state(bundle)))
                .sorted(Comparator.comparing(BundleRow::name).thenComparing(BundleRow::version))
                .toList();
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.INSTALLED -> "installed";
            default -> "gone";
        };
    }

    private static SwapRow swap(SwapRecord record) {
        return new SwapRow(
                record.id(),
                record.startedAt(),
                record.who(),
                record.bundle().isEmpty() ? record.source() : record.bundle(),
                record.from(),
                record.to(),
                record.verdict().name(),
                record.reason(),
                record.rooms().size(),
                record.longestGapNanos() / 1e6,
                record.steps().stream().mapToLong(Step::micros).sum() / 1e3);
    }

    private List<HealthRow> health() {
        HealthCheckExecutor executor = parts.health;
        if (executor == null) {
            return List.of();
        }
        List<HealthCheckExecutionResult> results = new ArrayList<>(executor.execute(HealthCheckSelector.tags("-off")));
        results.sort(Comparator.comparing((HealthCheckExecutionResult each) ->
                        each.getHealthCheckResult().getStatus())
                .reversed()
                .thenComparing(each -> each.getHealthCheckMetadata().getName()));
        return results.stream().map(Look::check).toList();
    }

    private static HealthRow check(HealthCheckExecutionResult result) {
        List<ResultLog.Entry> entries = new ArrayList<>();
        result.getHealthCheckResult().forEach(entries::add);
        return new HealthRow(
                result.getHealthCheckMetadata().getName(),
                result.getHealthCheckResult().getStatus().name(),
                entries.stream()
                        .sorted(Comparator.comparing(ResultLog.Entry::getStatus).reversed())
                        .map(ResultLog.Entry::getMessage)
                        .toList());
    }

    private List<NodeRow> nodes() {
        Cluster cluster = parts.cluster;
        if (cluster == null || !cluster.distributed()) {
            return List.of();
        }
        return cluster
                .nodes()
                .toCompletableFuture()
                .completeOnTimeout(List.of(), 1, TimeUnit.SECONDS)
                .exceptionally(away -> List.of())
                .join()
                .stream()
                .map(node -> new NodeRow(node.id(), node.address(), node.rooms(), node.clients(), node.draining()))
                .toList();
    }
}
