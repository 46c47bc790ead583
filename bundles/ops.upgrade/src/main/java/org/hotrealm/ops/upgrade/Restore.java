package org.hotrealm.ops.upgrade;

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
        for (InForce.Entry entry : depot.inForce().entries()) {
            try {
                restore(entry);
            } catch (Refusal | RuntimeException e) {
                LOG.error(
                        "{} {} was swapped in earlier and cannot be restored, the version delivered is used: {}",
                        entry.name(),
                        entry.version(),
                        e.getMessage());
            }
        }
    }

    private void restore(InForce.Entry entry) throws Refusal {
        List<Bundle> present = container.named(entry.name());
        boolean there = present.stream()
                .anyMatch(bundle -> bundle.getVersion().toString().equals(entry.version()));
        boolean running = present.stream().anyMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
        if (entry.version().isEmpty()) {
            for (Bundle old : present) {
                container.uninstall(old);
            }
            return;
        }
        if (there || running) {
            return;
        }
        Jar jar = Jar.read(depot.jar(entry.name(), entry.version()));
        Bundle fresh = container.install(jar, level(entry, present));
        try {
            container.resolve(List.of(fresh));
        } catch (Refusal e) {
            container.uninstall(fresh);
            throw e;
        }
        for (Bundle old : entry.beside() ? List.<Bundle>of() : present) {
            container.uninstall(old);
        }
        // Starts when the framework reaches its level.
        container.start(fresh);
        LOG.info("{} {} is in force since an earlier swap", entry.name(), entry.version());
    }

    private int level(InForce.Entry entry, List<Bundle> present) {
        if (entry.level() > 0) {
            return entry.level();
        }
        return present.isEmpty()
                ? context.getBundle().adapt(BundleStartLevel.class).getStartLevel() + 5
                : present.getFirst().adapt(BundleStartLevel.class).getStartLevel();
    }
}
