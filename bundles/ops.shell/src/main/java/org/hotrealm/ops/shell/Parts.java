package org.hotrealm.ops.shell;

import java.util.function.Supplier;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.content.api.Content;
import org.hotrealm.net.api.Listening;
import org.hotrealm.ops.api.FeatureSets;
import org.hotrealm.ops.api.Logs;
import org.hotrealm.ops.api.Swaps;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The server's services as they are now. What is missing is said when it is asked for; the shell works without. */
@Component(service = Parts.class)
public final class Parts {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Rooms rooms;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Pins pins;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Swaps swaps;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Cluster cluster;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Content content;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Listening listening;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable HealthCheckExecutor health;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Logs logs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Matchmaking matchmaking;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable FeatureSets features;

    Rooms rooms() {
        return present(() -> rooms, "the room engine");
    }

    Pins pins() {
        return present(() -> pins, "the room engine");
    }

    Swaps swaps() {
        return present(() -> swaps, "the upgrade operation (ops.upgrade)");
    }

    FeatureSets features() {
        return present(() -> features, "the features' manager (ops.features)");
    }

    Cluster cluster() {
        return present(() -> cluster, "a cluster (cluster.local or cluster.redis)");
    }

    Content content() {
        return present(() -> content, "content (content.files)");
    }

    HealthCheckExecutor health() {
        return present(() -> health, "the health checks' executor");
    }

    Logs logs() {
        return present(() -> logs, "the log's keeper (ops.log)");
    }

    Matchmaking matchmaking() {
        return present(() -> matchmaking, "the room engine");
    }

    private static <T> T present(Supplier<@Nullable T> part, String name) {
        T now = part.get();
        if (now == null) {
            throw new Words.NotUnderstood(name + " is not running; realm:bundles shows what is");
        }
        return now;
    }
}
