package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pin;
import org.jspecify.annotations.Nullable;

/** One room's pins: each of its systems bound to a version or missing. Changed on the room's thread; pins are read by all. */
final class Bindings {

    private final Map<String, @Nullable Binding> bound = new LinkedHashMap<>();
    private final Map<Class<?>, List<?>> byType = new HashMap<>();
    /** Versions that the room goes on without, as they did not come to their end in it. */
    private final Map<String, Pin> shunned = new HashMap<>();

    private volatile Map<String, Pin> pins = Map.of();
    private volatile List<String> missing = List.of();
    private String text = "";

    /** Makes the system one of the room's, bound to this or missing. Gives back what was bound before. */
    @Nullable
    Binding bind(String system, @Nullable Binding binding) {
        Binding before = bound.put(system, binding);
        byType.clear();
        Map<String, Pin> present = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        bound.forEach((name, current) -> {
            if (current == null) {
                absent.add(name);
            } else {
                present.put(name, current.pin());
            }
        });
        pins = java.util.Collections.unmodifiableMap(present);
        missing = List.copyOf(absent);
        text = present.values().stream().map(Pin::toString).collect(Collectors.joining(" "));
        return before;
    }

    /** From now on this version is not taken by itself. */
    void shun(Pin pin) {
        shunned.put(pin.system(), pin);
    }

    /** Any version may be taken again. */
    void forgive(String system) {
        shunned.remove(system);
    }

    /** Whether the room goes on without this version. */
    boolean shuns(Pin pin) {
        return pin.equals(shunned.get(pin.system()));
    }

    /** The version of a system that the room goes on without; null where there is none. */
    @Nullable
    Pin shunned(String system) {
        return shunned.get(system);
    }

    /** Whether the room uses this system, bound or not; readable from any thread. */
    boolean knows(String system) {
        return pins.containsKey(system) || missing.contains(system);
    }

    /** The systems in their order, each with its pin or null where it is missing. */
    Map<String, @Nullable Pin> all() {
        Map<String, @Nullable Pin> all = new LinkedHashMap<>();
        bound.forEach((system, binding) -> all.put(system, binding == null ? null : binding.pin()));
        return all;
    }

    boolean has(String system) {
        return bound.containsKey(system);
    }

    @Nullable
    Binding of(String system) {
        return bound.get(system);
    }

    @SuppressWarnings("unchecked") // the list was made by filtering with this class
    <T extends Behaviour> List<T> services(Class<T> type) {
        List<?> known = byType.get(type);
        if (known == null) {
            List<T> found = new ArrayList<>();
            for (Binding binding : bound.values()) {
                if (binding != null && type.isInstance(binding.service())) {
                    found.add(type.cast(binding.service()));
                }
            }
            known = List.copyOf(found);
            byType.put(type, known);
        }
        return (List<T>) known;
    }

    /** Lets go of every service, as a room does that has ended. */
    void clear() {
        bound.clear();
        byType.clear();
    }

    Map<String, Pin> pins() {
        return pins;
    }

    /** The pins for people; made only when they change. Room thread only. */
    String text() {
        return text;
    }

    List<String> missing() {
        return missing;
    }
}
