package org.hotrealm.ops.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

/**
 * Asks the service component runtime whether a component failed to start. One whose method for changed settings throws runs on,
 * and the runtime tells of that only in its log. A bundle without such components, such as the operator's HTTP server, tells
 * in its log, too: its name begins with the PID.
 */
final class Components implements Outcome, LogListener, AutoCloseable {

    private final ServiceComponentRuntime runtime;
    private final LogReaderService log;
    /** Why a component's method for changed settings threw, by the component's name. */
    private final Map<String, String> thrown = new ConcurrentHashMap<>();
    /** The first error that a bundle logged, by the bundle's symbolic name. */
    private final Map<String, String> logged = new ConcurrentHashMap<>();

    Components(ServiceComponentRuntime runtime, LogReaderService log) {
        this.runtime = runtime;
        this.log = log;
        log.addLogListener(this);
    }

    @Override
    public void close() {
        log.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        Throwable error = entry.getException();
        String message = String.valueOf(entry.getMessage());
        if (error == null || entry.getLogLevel() != LogLevel.ERROR) {
            return;
        }
        Bundle bundle = entry.getBundle();
        if (bundle != null && bundle.getSymbolicName() != null) {
            logged.putIfAbsent(bundle.getSymbolicName(), String.valueOf(error.getMessage()));
        }
        if (!message.contains(" method has thrown")) {
            return;
        }
        for (ComponentDescriptionDTO each : runtime.getComponentDescriptionDTOs()) {
            if (each.modified != null
                    && message.contains(each.name)
                    && message.contains("The %s method".formatted(each.modified))) {
                thrown.put(each.name, String.valueOf(error.getMessage()));
            }
        }
    }

    @Override
    public void begin(String pid) {
        of(pid).forEach(each -> thrown.remove(each.name));
        logged.keySet().removeIf(bundle -> bundle.startsWith(pid));
    }

    @Override
    public Optional<String> refusal(String pid) {
        if (of(pid).findAny().isEmpty()) {
            return logged.entrySet().stream()
                    .filter(each -> each.getKey().startsWith(pid))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
        return of(pid).flatMap(each -> refusals(each, pid)).findFirst();
    }

    private Stream<ComponentDescriptionDTO> of(String pid) {
        String component = pid.split("~", 2)[0];
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(each -> Arrays.asList(each.configurationPid).contains(component));
    }

    private Stream<String> refusals(ComponentDescriptionDTO component, String pid) {
        Stream<String> failures = runtime.getComponentConfigurationDTOs(component).stream()
                .filter(each -> each.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .filter(each -> !pid.contains("~") || has(each.properties.get("service.pid"), pid))
                .map(each -> firstLine(each.failure));
        String refused = thrown.get(component.name);
        return refused == null ? failures : Stream.concat(failures, Stream.of(refused));
    }

    private static boolean has(@Nullable Object pids, String pid) {
        return pids instanceof Collection<?> several ? several.contains(pid) : pid.equals(pids);
    }

    /** The failure comes with its stack; its first line is the exception's class and message. */
    private static String firstLine(String failure) {
        String line = String.valueOf(failure).lines().findFirst().orElse("it says nothing");
        return line.replaceFirst("^[\\w.$]+(?:Exception|Error): ", "");
    }
}
