package org.hotrealm.ops.config;

import java.lang.reflect.InvocationTargetException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the service component runtime whether a component failed to start. One whose method for changed settings throws runs on,
 * and the runtime tells of that only in the log. So does a bundle without such components, as the operator's HTTP server is: it
 * logs under a name that begins with its PID.
 */
final class Components implements Outcome {

    private static final Logger LOG = LoggerFactory.getLogger(Components.class);
    private static final int LINES = 200;
    private static final long PATIENCE_MILLIS = 5_000;

    private final ServiceComponentRuntime runtime;
    private final Supplier<@Nullable Logs> logs;
    /** The last line of the log before a component was given other settings, by PID. */
    private final Map<String, Long> before = new ConcurrentHashMap<>();
    /** What the log told since then: it has only so many lines. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    Components(ServiceComponentRuntime runtime, Supplier<@Nullable Logs> logs) {
        this.runtime = runtime;
        this.logs = logs;
    }

    @Override
    public void begin(String pid) {
        List<LogLine> last = lines(0, 1);
        told.remove(pid);
        before.put(pid, last.isEmpty() ? 0 : last.getLast().id());
    }

    private List<LogLine> lines(long after, int most) {
        Logs now = logs.get();
        return now == null ? List.of() : now.after(after, most);
    }

    @Override
    public Optional<String> refusal(String pid) {
        String component = pid.split("~", 2)[0];
        List<ComponentDescriptionDTO> described = described(component);
        errors(pid)
                .filter(line -> described.isEmpty()
                        ? line.logger().startsWith(component)
                        : described.stream().anyMatch(each -> thrown(each, line)))
                .findFirst()
                .ifPresent(line -> told.putIfAbsent(pid, reason(line)));
        return described.stream()
                .flatMap(each -> failures(each, pid))
                .findFirst()
                .or(() -> Optional.ofNullable(told.get(pid)));
    }

    private List<ComponentDescriptionDTO> described(String component) {
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(each -> Arrays.asList(each.configurationPid).contains(component))
                .toList();
    }

    /** Of several of a kind none is started again: the others would stop for it. */
    @Override
    public void retry(String pid) {
        for (ComponentDescriptionDTO each : pid.contains("~") ? List.<ComponentDescriptionDTO>of() : described(pid)) {
            if (failures(each, pid).findAny().isEmpty()) {
                continue;
            }
            try {
                runtime.disableComponent(each)
                        .then(disabled -> runtime.enableComponent(each))
                        .timeout(PATIENCE_MILLIS)
                        .getValue();
            } catch (InvocationTargetException e) {
                LOG.warn("{} cannot be started again: {}", each.name, String.valueOf(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
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
