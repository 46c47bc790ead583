package org.hotrealm.ops.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hotrealm.ops.api.LogLine;
import org.hotrealm.ops.api.Logs;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Asks the service component runtime whether a component failed to start. One whose method for changed settings throws runs on,
 * and the runtime tells of that only in the log. So does a bundle without such components, as the operator's HTTP server is: it
 * logs under a name that begins with its PID.
 */
final class Components implements Outcome {

    private static final int LINES = 200;

    private final ServiceComponentRuntime runtime;
    private final Supplier<@Nullable Logs> logs;
    /** The last line of the log before a component was given other settings, by PID. */
    private final Map<String, Long> before = new ConcurrentHashMap<>();

    Components(ServiceComponentRuntime runtime, Supplier<@Nullable Logs> logs) {
        this.runtime = runtime;
        this.logs = logs;
    }

    @Override
    public void begin(String pid) {
        List<LogLine> last = lines(0, 1);
        before.put(pid, last.isEmpty() ? 0 : last.getLast().id());
    }

    private List<LogLine> lines(long after, int most) {
        Logs now = logs.get();
        return now == null ? List.of() : now.after(after, most);
    }

    @Override
    public Optional<String> refusal(String pid) {
        String component = pid.split("~", 2)[0];
        List<ComponentDescriptionDTO> described = runtime.getComponentDescriptionDTOs().stream()
                .filter(each -> Arrays.asList(each.configurationPid).contains(component))
                .toList();
        Stream<String> failed = described.stream().flatMap(each -> failures(each, pid));
        Stream<String> told = errors(pid)
                .filter(line -> described.isEmpty()
                        ? line.logger().startsWith(component)
                        : described.stream().anyMatch(each -> thrown(each, line)))
                .map(Components::reason);
        return Stream.concat(failed, told).findFirst();
    }

    private Stream<LogLine> errors(String pid) {
        Long last = before.get(pid);
        return last == null
                ? Stream.of()
                : lines(last, LINES).stream().filter(line -> line.level().equals("ERROR"));
    }

    private static boolean thrown(ComponentDescriptionDTO component, LogLine line) {
        return component.modified != null
                && line.message().contains(component.name)
                && line.message().contains("The %s method has thrown".formatted(component.modified));
    }

    private Stream<String> failures(ComponentDescriptionDTO component, String pid) {
        return runtime.getComponentConfigurationDTOs(component).stream()
                .filter(each -> each.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .filter(each -> !pid.contains("~") || has(each.properties.get("service.pid"), pid))
                .map(each -> withoutClass(String.valueOf(each.failure)));
    }

    private static boolean has(@Nullable Object pids, String pid) {
        return pids instanceof Collection<?> several ? several.contains(pid) : pid.equals(pids);
    }

    /** What was thrown says more than who logged it. */
    private static String reason(LogLine line) {
        return withoutClass(line.message().lines().skip(1).findFirst().orElse(line.message()));
    }

    /** The message of an exception, which comes with its class before it and its stack below it. */
    private static String withoutClass(String failure) {
        String first = failure.lines().findFirst().orElse("it says nothing");
        return first.replaceFirst("^[\\w.$]+(?:Exception|Error): ", "");
    }
}
