package org.hotrealm.ops.start;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** What Declarative Services says about our own components, in words. */
final class Components {

    private static final String OURS = "org.hotrealm.";
    private static final Pattern EXCEPTION = Pattern.compile("^(?:Caused by: )?([\\w.$]+(?:Exception|Error)): ");
    private static final Pattern WRAPPER = Pattern.compile("InvocationTargetException|ComponentException");

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** One sentence for each component that failed when it was activated. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (ComponentConfigurationDTO each : configurations()) {
            if (each.state == ComponentConfigurationDTO.FAILED_ACTIVATION && each.failure != null) {
                failures.add(sentence(each.failure));
            }
        }
        return failures;
    }

    /** One phrase for each component that waits for a service or a configuration. */
    List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        for (ComponentConfigurationDTO each : configurations()) {
            if (each.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                waiting.add(each.description.name + " waits for " + missing(each));
            } else if (each.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
                waiting.add(each.description.name + " waits for its configuration");
            }
        }
        return waiting;
    }

    private static String missing(ComponentConfigurationDTO configuration) {
        List<String> names = new ArrayList<>();
        for (UnsatisfiedReferenceDTO unsatisfied : configuration.unsatisfiedReferences) {
            Arrays.stream(configuration.description.references)
                    .filter(reference -> reference.name.equals(unsatisfied.name))
                    .forEach(reference -> names.add(reference.interfaceName));
        }
        return String.join(", ", names);
    }

    private List<ComponentConfigurationDTO> configurations() {
        List<ComponentConfigurationDTO> found = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            if (description.name.startsWith(OURS)) {
                found.addAll(runtime.getComponentConfigurationDTOs(description));
            }
        }
        return found;
    }

    /** The message of the outermost exception of a printed stack trace that has one of its own. */
    static String sentence(String stackTrace) {
        for (String line : stackTrace.lines().toList()) {
            Matcher named = EXCEPTION.matcher(line);
            if (named.find() && !WRAPPER.matcher(named.group(1)).find()) {
                return line.substring(named.end());
            }
        }
        return stackTrace.lines().findFirst().orElse(stackTrace);
    }
}
