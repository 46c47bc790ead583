package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
    private final Shares shares = new Shares();
    /** How often a version did not come to its end, until it is asked for by name or goes. */
    private final Map<Pin, Integer> hung = new HashMap<>();
    /** So often, and no room gets it any more: each time costs a thread for good. */
    static final int MOST_HUNG = 2;

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
                    hung.remove(binding.pin());
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

    /** What rooms get of a system: the version chosen by the last rebind of all rooms, else the newest that is for all. */
    synchronized Optional<Binding> preferred(String system) {
        List<Binding> bindings = bySystem.getOrDefault(system, List.of());
        Pin wanted = chosen.get(system);
        if (wanted != null && fit(wanted)) {
            return find(wanted);
        }
        Optional<Binding> decided = newest(bindings, pin -> shares.of(pin) == Shares.ALL);
        return decided.or(() -> newest(bindings, pin -> !shares.decided(pin))).or(() -> newest(bindings, pin -> true));
    }

    /** What this new room gets of a system: the version whose share it falls into, else the preferred one. */
    synchronized Optional<Binding> forRoom(String system, String room) {
        int at = Shares.place(room);
        for (Binding binding : bySystem.getOrDefault(system, List.of())) {
            int share = shares.of(binding.pin());
            if (share < Shares.ALL && at < share && fit(binding.pin())) {
                return Optional.of(binding);
            }
        }
        return preferred(system);
    }

    private boolean fit(Pin pin) {
        return hung.getOrDefault(pin, 0) < MOST_HUNG;
    }

    /** A version did not come to its end; whether no room is to have it any more. */
    synchronized boolean hung(Pin pin) {
        hung.merge(pin, 1, Integer::sum);
        return !fit(pin);
    }

    /** What a room can have in the place of a version that did not come to its end. */
    synchronized Optional<Binding> instead(Pin pin) {
        return newest(
                bySystem.getOrDefault(pin.system(), List.of()),
                other -> !other.equals(pin) && !hung.containsKey(other));
    }

    private Optional<Binding> newest(List<Binding> bindings, Predicate<Pin> which) {
        return bindings.stream()
                .filter(binding -> which.test(binding.pin()) && fit(binding.pin()))
                .max(BY_VERSION);
    }

    /** Decides which share of new rooms gets a version of a bundle; what was chosen of that bundle gives way to it. */
    synchronized void prefer(String bundle, String version, int percent) {
        shares.put(bundle, version, percent);
        if (percent == Shares.ALL) {
            chosen.values().removeIf(pin -> pin.bundle().equals(bundle));
        }
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
        hung.remove(pin);
        shares.forget(pin.bundle());
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
