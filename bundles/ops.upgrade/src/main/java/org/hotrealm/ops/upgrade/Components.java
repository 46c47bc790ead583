package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** What the components' runtime knows of a bundle that does not offer what it should. Any thread. */
final class Components {

    private final Supplier<@Nullable ServiceComponentRuntime> runtime;

    /** @param runtime gives null where there is none */
    Components(Supplier<@Nullable ServiceComponentRuntime> runtime) {
        this.runtime = runtime;
    }

    /**
     * What is known of a bundle.
     *
     * @param reasons why components of it do not run, a sentence each
     * @param hopeless whether nothing of it runs that could still offer anything, or something of it has failed
     */
    record Finding(List<String> reasons, boolean hopeless) {

        private static final Finding NOTHING = new Finding(List.of(), false);

        /** To be added to a sentence. */
        String words() {
            return reasons.isEmpty() ? "" : ": " + String.join("; ", reasons);
        }
    }

    Finding of(Bundle bundle) {
        ServiceComponentRuntime now = runtime.get();
        if (now == null || bundle.getBundleContext() == null) {
            return Finding.NOTHING;
        }
        List<String> reasons = new ArrayList<>();
        boolean runs = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATOR) != null;
        boolean failed = false;
        Collection<ComponentDescriptionDTO> descriptions = now.getComponentDescriptionDTOs(bundle);
        for (ComponentDescriptionDTO description : descriptions) {
            for (ComponentConfigurationDTO each : now.getComponentConfigurationDTOs(description)) {
                reason(description, each, reasons);
                runs |= each.state == ComponentConfigurationDTO.ACTIVE;
                failed |= each.state == ComponentConfigurationDTO.FAILED_ACTIVATION;
            }
        }
        if (descriptions.isEmpty() && !runs) {
            reasons.add("it has no component, and no activator that could offer anything");
        }
        return new Finding(reasons, failed || !runs);
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
}
