package org.hotrealm.ops.upgrade;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At the start of the server: puts the versions that were swapped in earlier in the place of those delivered. This bundle
 * starts before the behaviours do, so those delivered have not run yet; one that already runs is left alone.
 */
final class Restore {

    private static final Logger LOG = LoggerFactory.getLogger(Restore.class);

    private final BundleContext context;
    private final Container container;
    private final Depot depot;

    Restore(BundleContext context, Container container, Depot depot) {
        this.context = context;
        this.container = container;
        this.depot = depot;
    }

    void run() {
        depot.active().forEach((name, version) -> {
            try {
                restore(name, version);
            } catch (Refusal | RuntimeException e) {
                LOG.error(
                        "{} {} was swapped in earlier and cannot be restored, the version delivered is used: {}",
                        name,
                        version,
                        e.getMessage());
            }
        });
    }

    private void restore(String name, String version) throws Refusal {
        List<Bundle> present = container.named(name);
        boolean there = present.stream()
                .anyMatch(bundle -> bundle.getVersion().toString().equals(version));
        boolean running = present.stream().anyMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
        if (there || running) {
            return;
        }
        Path kept = depot.jar(name, version);
        Jar jar = Jar.read(kept);
        int level = present.isEmpty()
                ? context.getBundle().adapt(BundleStartLevel.class).getStartLevel() + 5
                : present.getFirst().adapt(BundleStartLevel.class).getStartLevel();
        Bundle fresh = container.install(jar, level);
        try {
            container.resolve(fresh);
        } catch (Refusal e) {
            container.uninstall(fresh);
            throw e;
        }
        for (Bundle old : present) {
            container.uninstall(old);
        }
        // Starts when the framework reaches its level.
        container.start(fresh);
        LOG.info("{} {} is in force since an earlier swap", name, version);
    }
}
