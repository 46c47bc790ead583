package org.hotrealm.ops.health;

import java.util.Arrays;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Whether every component got what it needs. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=components", "hc.tags=components"})
public final class ComponentsCheck implements HealthCheck {

    private static final String OURS = "org.hotrealm.";

    private final ServiceComponentRuntime runtime;

    /** Asks this runtime. */
    @Activate
    public ComponentsCheck(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        int sound = 0;
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            if (description.name.startsWith(OURS)) {
                for (ComponentConfigurationDTO each : runtime.getComponentConfigurationDTOs(description)) {
                    sound += look(each, log) ? 1 : 0;
                }
            }
        }
        log.info("{} components have what they need", sound);
        return new Result(log);
    }

    private static boolean look(ComponentConfigurationDTO component, FormattingResultLog log) {
        String name = component.description.name;
        switch (component.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                log.critical("{} failed to start: {}", name, firstLine(component.failure));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                log.warn("{} waits for {}; install the bundle that provides it", name, missing(component));
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                log.warn("{} waits for its file in config/", name);
            default -> {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(String failure) {
        return String.valueOf(failure).lines().findFirst().orElse("");
    }

    private static List<String> missing(ComponentConfigurationDTO component) {
        List<String> names = Arrays.stream(component.unsatisfiedReferences)
                .map(reference -> reference.name)
                .toList();
        return Arrays.stream(component.description.references)
                .filter(reference -> names.contains(reference.name))
                .map(reference -> reference.interfaceName)
                .toList();
    }
}
