package org.hotrealm.ops.start;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.hotrealm.net.api.Listening;
import org.hotrealm.room.api.Behaviour;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The text that a person sees when the server is up. */
final class Welcome {

    private final BundleContext context;
    private final Components components;

    Welcome(BundleContext context, Components components) {
        this.context = context;
        this.components = components;
    }

    /**
     * The text.
     *
     * @param refused files with settings that are not in force
     * @param failures of components, as far as they are not told by those
     */
    String text(Listening listening, List<String> refused, List<String> failures) {
        StringBuilder text = new StringBuilder(256);
        text.append(String.format(
                Locale.ROOT,
                "%nHotrealm %s is up after %.1f s.%n%n",
                context.getBundle().getVersion(),
                secondsUp()));
        line(text, "Play", listening.url());
        operatorsAddress().forEach(address -> line(text, "Operate", address));
        line(text, "Systems", String.join(", ", systems()));
        line(text, "Stop", "Ctrl-C");
        refused.forEach(file -> line(text, "CONFIG", file));
        failures.forEach(failure -> line(text, "FAILED", failure));
        components.waiting().forEach(waiting -> line(text, "WAITING", waiting));
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format("  %-8s %s%n", label, value));
    }

    private static double secondsUp() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    }

    /** Every behaviour's system with the version of the bundle that provides it. */
    private List<String> systems() {
        TreeSet<String> systems = new TreeSet<>();
        for (ServiceReference<Behaviour> reference : references(Behaviour.class, null)) {
            Behaviour behaviour = context.getService(reference);
            if (behaviour != null) {
                systems.add(behaviour.system() + " " + reference.getBundle().getVersion());
                context.ungetService(reference);
            }
        }
        return systems.isEmpty() ? List.of("none installed") : List.copyOf(systems);
    }

    /** The whiteboard's endpoints, by name, because this bundle works without it too. */
    private List<String> operatorsAddress() {
        List<String> addresses = new ArrayList<>();
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, "(osgi.http.endpoint=*)");
            for (ServiceReference<?> reference : found == null ? new ServiceReference<?>[0] : found) {
                Object endpoint = reference.getProperty("osgi.http.endpoint");
                if (endpoint instanceof String[] list) {
                    addresses.addAll(List.of(list));
                } else if (endpoint instanceof Collection<?> list) {
                    list.forEach(each -> addresses.add(String.valueOf(each)));
                } else {
                    addresses.add(String.valueOf(endpoint));
                }
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("The filter for endpoints is malformed.", impossible);
        }
        return addresses.stream().distinct().sorted().toList();
    }

    private <T> Collection<ServiceReference<T>> references(
            Class<T> type, @org.jspecify.annotations.Nullable String filter) {
        try {
            return context.getServiceReferences(type, filter);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("No filter was given.", impossible);
        }
    }
}
