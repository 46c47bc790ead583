package org.hotrealm.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.ClusterContract;
import org.junit.jupiter.api.Test;

/** The local cluster keeps the contract of all. */
class LocalClusterTest extends ClusterContract {

    private final LocalCluster cluster = new LocalCluster(System::nanoTime);

    @Override
    protected Cluster join() {
        return cluster;
    }

    @Test
    void isAloneAndAlwaysWell() {
        assertThat(cluster.distributed()).isFalse();
        assertThat(cluster.healthy()).isTrue();
    }

    @Test
    void keyGoesWhenItsTimeHasCome() throws Exception {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
        LocalPresence presence = new LocalPresence(nanos::get);
        await(presence.set("k", "v", Duration.ofNanos(10)));
        nanos.addAndGet(9);
        assertThat(await(presence.get("k"))).contains("v");
        nanos.addAndGet(1);
        assertThat(await(presence.get("k"))).isEmpty();
    }

    @Test
    void countingDoesNotProlongAKey() throws Exception {
        AtomicLong nanos = new AtomicLong();
        LocalPresence presence = new LocalPresence(nanos::get);
        await(presence.set("k", "1", Duration.ofNanos(10)));
        nanos.set(9);
        assertThat(await(presence.increment("k", 1))).isEqualTo(2);
        nanos.set(10);
        assertThat(await(presence.get("k"))).isEmpty();
    }
}
