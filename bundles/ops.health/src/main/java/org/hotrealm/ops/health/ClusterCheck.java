package org.hotrealm.ops.health;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.hotrealm.cluster.api.Cluster;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Whether the other nodes can be reached. Rooms run on without them, so this is never worse than a warning. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=cluster", "hc.tags=cluster"})
public final class ClusterCheck implements HealthCheck {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Cluster cluster;

    @Override
    public Result execute() {
        Cluster now = cluster;
        FormattingResultLog log = new FormattingResultLog();
        if (now == null) {
            log.critical("there is no cluster service, so no room can be made; is REDIS_URL well formed? See the log");
        } else if (!now.healthy()) {
            log.warn("Redis does not answer; rooms run on, other nodes are not seen. Check REDIS_URL and the Redis"
                    + " server");
        } else {
            log.info(now.distributed() ? "Redis answers" : "this node is alone, as REDIS_URL is not set");
        }
        return new Result(log);
    }
}
