package org.hotrealm.ops.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Looks at components after they were given settings: one that throws in its constructor is down. */
final class Components implements Reception {

    private static final int LOOKS = 100;
    private static final long BETWEEN_MILLIS = 20;

    private final ServiceComponentRuntime runtime;

    Components(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Optional<String> refusal(String pid, Map<String, Object> settings) {
        try {
            List<ComponentDescriptionDTO> described = described(pid);
            for (int i = 0; i < LOOKS && !described.isEmpty(); i++) {
                List<ComponentConfigurationDTO> having = having(described, pid);
                if (!having.isEmpty() && having.stream().allMatch(each -> has(each, settings))) {
                    return having.stream()
                            .filter(each -> each.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                            .findFirst()
                            .map(each -> reason(each.failure));
                }
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private List<ComponentDescriptionDTO> described(String pid) {
        String factory = pid.replaceFirst("~.*", "");
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(each -> Arrays.asList(each.configurationPid).contains(factory))
                .toList();
    }

    private List<ComponentConfigurationDTO> having(List<ComponentDescriptionDTO> described, String pid) {
        return described.stream()
                .flatMap(each -> runtime.getComponentConfigurationDTOs(each).stream())
                .filter(each -> !pid.contains("~") || pids(each).anyMatch(pid::equals))
                .toList();
    }

    private static Stream<String> pids(ComponentConfigurationDTO component) {
        Object pids = component.properties.get("service.pid");
        return pids instanceof String[] several ? Arrays.stream(several) : Stream.of(String.valueOf(pids));
    }

    /** Whether these settings have arrived; what is still to be filled in cannot be compared. */
    private static boolean has(ComponentConfigurationDTO component, Map<String, Object> settings) {
        return settings.entrySet().stream()
                .filter(each -> !Variables.hasPlaceholder(each.getValue()))
                .allMatch(each -> Objects.deepEquals(component.properties.get(each.getKey()), each.getValue()));
    }

    /** The message of the innermost cause in a stack trace. */
    static String reason(String trace) {
        List<String> lines = trace.lines().toList();
        String innermost = lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .orElse(lines.isEmpty() ? "it does not start" : lines.getFirst());
        return innermost.replaceFirst("^Caused by: ", "").replaceFirst("^[\\w.$]+(?:Exception|Error): ", "");
    }
}
