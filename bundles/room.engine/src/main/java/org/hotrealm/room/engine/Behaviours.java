package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pin;
import org.osgi.framework.Version;

/**
 * Every behaviour registered on the node, all versions, and which of them new rooms get. Thread-safe: guarded by its own
 * monitor.
 */
final class Behaviours {

    private static final Comparator<Binding> BY_VERSION =
            Comparator.comparing((Binding b) -> Version.parseVersion(b.pin().version()));

    private final Map<String, List<Binding>> bySystem = new HashMap<>();
    private final Map<String, Pin> chosen = new HashMap<>();

    synchronized void add(Binding binding) {
        bySystem.computeIfAbsent(binding.pin().system(), system -> new ArrayList<>())
                .add(binding);
    }

    /** Takes a service out; gives back what it was bound as. */
    synchronized Optional<Binding> remove(Behaviour service) {
        for (List<Binding> bindings : bySystem.values()) {
            for (Binding binding : bindings) {
                if (binding.service() == service) {
                    bindings.remove(binding);
                    chosen.remove(binding.pin().system(), binding.pin());
                    return Optional.of(binding);
                }
            }
        }
        return Optional.empty();
    }

    synchronized Optional<Binding> find(Pin pin) {
        return bySystem.getOrDefault(pin.system(), List.of()).stream()
                .filter(binding -> binding.pin().equals(pin))
                .findFirst();
    }

    /** What new rooms get of a system: the version chosen by the last rebind of all rooms, else the newest. */
    synchronized Optional<Binding> preferred(String system) {
        Pin wanted = chosen.get(system);
        if (wanted != null) {
            return find(wanted);
        }
        return bySystem.getOrDefault(system, List.of()).stream().max(BY_VERSION);
    }

    /** The versions that rebinds of all rooms have chosen. */
    synchronized List<Pin> chosen() {
        return chosen.values().stream()
                .sorted(Comparator.comparing(Pin::system))
                .toList();
    }

    /** From now on new rooms get this version. */
    synchronized void choose(Pin pin) {
        chosen.put(pin.system(), pin);
    }

    synchronized List<Pin> all() {
        return bySystem.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing((Binding b) -> b.pin().system()).thenComparing(BY_VERSION))
                .map(Binding::pin)
                .toList();
    }

    synchronized List<Pin> defaults() {
        return bySystem.keySet().stream()
                .sorted()
                .flatMap(system -> preferred(system).stream())
                .map(Binding::pin)
                .toList();
    }
}
