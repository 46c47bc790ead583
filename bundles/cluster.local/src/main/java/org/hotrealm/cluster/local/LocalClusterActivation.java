package org.hotrealm.cluster.local;

import java.util.Map;
import org.hotrealm.cluster.api.Cluster;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the local cluster unless a Redis is named. */
@Component(
        service = {},
        immediate = true)
public final class LocalClusterActivation {

    /** Names the shared store; set as a framework property or in the environment. */
    static final String REDIS_URL = "REDIS_URL";

    private static final Logger LOG = LoggerFactory.getLogger(LocalClusterActivation.class);

    private final @Nullable ServiceRegistration<Cluster> registration;

    /** Looks once: an address that appears later takes a restart. */
    @Activate
    public LocalClusterActivation(BundleContext context) {
        registration = redisNamed(context) ? null : register(context);
    }

    private static ServiceRegistration<Cluster> register(BundleContext context) {
        LOG.info("{} is not set: this node is alone, nothing to install", REDIS_URL);
        LocalCluster cluster = new LocalCluster(System::nanoTime);
        return context.registerService(Cluster.class, cluster, dictionary());
    }

    private static java.util.Dictionary<String, ?> dictionary() {
        return org.osgi.framework.FrameworkUtil.asDictionary(Map.of("cluster.kind", "local"));
    }

    private static boolean redisNamed(BundleContext context) {
        String property = context.getProperty(REDIS_URL);
        String value = property != null ? property : System.getenv(REDIS_URL);
        return value != null && !value.isBlank();
    }

    @Deactivate
    void close() {
        if (registration != null) {
            registration.unregister();
        }
    }
}
