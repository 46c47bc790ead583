package org.hotrealm.cluster.redis;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.hotrealm.cluster.api.Cluster;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the cluster over Redis where one is named. It is registered before Redis answers: rooms need not wait. */
@Component(
        service = {},
        immediate = true)
@Designate(ocd = RedisConfig.class)
public final class RedisClusterActivation {

    /** Names the shared store; set as a framework property or in the environment. */
    static final String REDIS_URL = "REDIS_URL";

    private static final Logger LOG = LoggerFactory.getLogger(RedisClusterActivation.class);

    private @Nullable RedisCluster cluster;
    private @Nullable ServiceRegistration<Cluster> registration;
    private @Nullable ServiceRegistration<MeterBinder> meters;

    /**
     * Looks once: an address that appears later takes a restart.
     *
     * @throws IllegalArgumentException where the address or a setting is not understood; nothing is registered then
     */
    @Activate
    public RedisClusterActivation(BundleContext context, RedisConfig config) {
        String url = address(context);
        if (!url.isBlank()) {
            open(context, RedisAddress.parse(url), Settings.from(config));
        }
    }

    private void open(BundleContext context, RedisAddress address, Settings settings) {
        LOG.info("joining the cluster at {}, keys begin with '{}'", address, settings.keyPrefix());
        RedisCluster opened = new RedisCluster(address, settings);
        cluster = opened;
        meters = context.registerService(MeterBinder.class, opened.meters(), null);
        registration = context.registerService(
                Cluster.class, opened, FrameworkUtil.asDictionary(Map.of("cluster.kind", "redis")));
    }

    private static String address(BundleContext context) {
        String property = context.getProperty(REDIS_URL);
        String value = property != null ? property : System.getenv(REDIS_URL);
        return value == null ? "" : value.strip();
    }

    @Deactivate
    void close() {
        if (registration != null) {
            registration.unregister();
        }
        if (meters != null) {
            meters.unregister();
        }
        if (cluster != null) {
            cluster.close();
        }
    }
}
