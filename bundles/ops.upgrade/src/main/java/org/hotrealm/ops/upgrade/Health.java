package org.hotrealm.ops.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Whether a version does what the one before did: it offers the services that the other offered. */
final class Health {

    private static final long LOOK_EVERY_MILLIS = 5;

    private final Duration patience;
    private final Supplier<@Nullable ServiceComponentRuntime> components;

    Health(Duration patience, Supplier<@Nullable ServiceComponentRuntime> components) {
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

    /** Waits until a bundle offers at least these services, or says why it does not. */
    void await(Bundle bundle, List<String> expected) throws Refusal {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            List<String> missing = missing(bundle, expected);
            if (missing.isEmpty()) {
                return;
            }
            if (bundle.getState() != Bundle.ACTIVE || System.nanoTime() > deadline) {
                throw new Refusal("%s %s started, but does not offer %s as the version before does%s"
                        .formatted(bundle.getSymbolicName(), bundle.getVersion(), missing, why(bundle)));
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

    private String why(Bundle bundle) {
        ServiceComponentRuntime runtime = components.get();
        BundleContext context = bundle.getBundleContext();
        if (runtime == null || context == null) {
            return "";
        }
        List<String> reasons = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO each : runtime.getComponentConfigurationDTOs(description)) {
                reason(description, each, reasons);
            }
        }
        return reasons.isEmpty() ? "" : ": " + String.join("; ", reasons);
    }

    private static void reason(ComponentDescriptionDTO description, ComponentConfigurationDTO each, List<String> to) {
        String name = description.name.substring(description.name.lastIndexOf('.') + 1);
        switch (each.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                to.add("%s failed with %s".formatted(name, innermost(String.valueOf(each.failure))));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                to.add("%s waits for %s".formatted(name, references(description, each)));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> to.add(name + " waits for its configuration");
            default -> {}
        }
    }

    private static List<String> references(ComponentDescriptionDTO description, ComponentConfigurationDTO each) {
        return Arrays.stream(each.unsatisfiedReferences)
                .flatMap(unmet -> Arrays.stream(description.references)
                        .filter(reference -> reference.name.equals(unmet.name))
                        .map(reference -> reference.interfaceName))
                .toList();
    }

    /** The last cause of a printed stack trace, which is what was thrown first. */
    private static String innermost(String stackTrace) {
        return stackTrace
                .lines()
                .filter(line -> line.startsWith("Caused by: "))
                .map(line -> line.substring("Caused by: ".length()))
                .reduce((first, last) -> last)
                .orElseGet(() -> stackTrace.lines().findFirst().orElse("no reason"));
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
