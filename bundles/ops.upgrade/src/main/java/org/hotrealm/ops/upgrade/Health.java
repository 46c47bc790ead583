package org.hotrealm.ops.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** Whether a version does what the one before did: it offers the services that the other offered. */
final class Health {

    private static final long LOOK_EVERY_MILLIS = 5;
    /**
     * What nobody works on at so many looks in a row does not come. Counted, not timed: a machine that is busy elsewhere
     * gives everybody fewer turns.
     */
    private static final int HOPELESS_LOOKS = 100;

    private final Duration patience;
    private final Components components;

    Health(Duration patience, Components components) {
        this.patience = patience;
        this.components = components;
    }

    /** The types of all services that bundles offer now, each as often as it is offered by the one that offers it most often. */
    List<String> services(List<Bundle> bundles) {
        List<String> most = List.of();
        for (Bundle bundle : bundles) {
            List<String> its = services(bundle);
            most = its.size() > most.size() ? its : most;
        }
        return most;
    }

    private static List<String> services(Bundle bundle) {
        ServiceReference<?>[] registered =
                bundle.getState() == Bundle.UNINSTALLED ? null : bundle.getRegisteredServices();
        return registered == null
                ? List.of()
                : Arrays.stream(registered)
                        .flatMap(reference -> Arrays.stream((String[]) reference.getProperty(Constants.OBJECTCLASS)))
                        .sorted()
                        .toList();
    }

    /** Waits until a bundle offers at least these services, or says why it does not, as soon as that is known. */
    void await(Bundle bundle, List<String> expected) throws Refusal {
        long deadline = System.nanoTime() + patience.toNanos();
        int hopeless = 0;
        while (true) {
            List<String> missing = missing(bundle, expected);
            if (missing.isEmpty()) {
                return;
            }
            Components.Finding finding = components.of(bundle);
            hopeless = finding.hopeless() ? hopeless + 1 : 0;
            if (bundle.getState() != Bundle.ACTIVE || hopeless >= HOPELESS_LOOKS || System.nanoTime() > deadline) {
                throw new Refusal("%s %s started, but does not offer %s, which is expected of it%s"
                        .formatted(bundle.getSymbolicName(), bundle.getVersion(), missing, finding.words()));
            }
            pause(LOOK_EVERY_MILLIS);
        }
    }

    /** Which of these services a bundle does not offer now. */
    List<String> missing(Bundle bundle, List<String> expected) {
        List<String> missing = new ArrayList<>(expected);
        services(bundle).forEach(missing::remove);
        return missing;
    }

    static void pause(long millis) throws Refusal {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted, the server is stopping", e);
        }
    }
}
