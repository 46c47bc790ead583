package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a client has to see, worked out from the state itself. Order counts in arrays that all see, nowhere else; a tagged
 * collection without a visible entry may be there or not.
 */
final class Expected {
    private static final Object NOTHING = new Object();

    private final StateView view;

    private Expected(StateView view) {
        this.view = view;
    }

    static Object of(StateObject root, StateView view) {
        return new Expected(view).object(root);
    }

    /** A decoded state in the same form. */
    static Object decoded(StateObject root, Map<?, ?> state) {
        return canonical(root.type, state);
    }

    private boolean has(StateObject object) {
        return view != null && view.has(object);
    }

    private Object object(StateObject object) {
        Map<String, Object> seen = new LinkedHashMap<>();
        Map<String, Object> plain = object.toMap();
        for (FieldSpec field : object.type.fields) {
            if (!object.isSet(field)) {
                continue;
            }
            boolean shown = !field.tagged() || matches(object, field);
            Object value = field.leads() ? leading(object, field, shown) : shown ? plain.get(field.name) : NOTHING;
            if (value != NOTHING) {
                seen.put(field.name, value);
            }
        }
        return seen;
    }

    private boolean matches(StateObject owner, FieldSpec field) {
        if (view == null) {
            return false;
        }
        ViewEntry entry = view.table.get(owner);
        return entry != null && entry.member && (field.tag == FieldSpec.DEFAULT_TAG || (entry.tags & field.tag) != 0);
    }

    private Object leading(StateObject owner, FieldSpec field, boolean shown) {
        Object value = owner.reference(field);
        if (value instanceof StateObject child) {
            return shown || has(child) ? object(child) : NOTHING;
        }
        StateContainer container = (StateContainer) value;
        if (!field.gatesEntries()) {
            return shown ? entries(container, true) : NOTHING;
        }
        ViewEntry entry = view == null ? null : view.table.get(container);
        Object entries = entries(container, entry != null && entry.subscribed);
        if (container instanceof StateStream) {
            return entries;
        }
        boolean empty = entries instanceof Map<?, ?> map ? map.isEmpty() : ((List<?>) entries).isEmpty();
        return empty ? NOTHING : entries;
    }

    private Object entries(StateContainer container, boolean all) {
        if (container instanceof StateMap<?> map) {
            Map<String, Object> seen = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (all || has((StateObject) value)) {
                    seen.put(key, value instanceof StateObject child ? object(child) : value);
                }
            });
            return seen;
        }
        List<Object> seen = new ArrayList<>();
        Set<Object> once = new HashSet<>();
        boolean gated = container.field.gatesEntries();
        for (Object value : container.contents()) {
            boolean visible = container instanceof StateStream stream
                    ? isDelivered(stream, (StateObject) value, all)
                    : all || has((StateObject) value);
            if (visible && (!gated || once.add(value))) {
                seen.add(value instanceof StateObject child ? object(child) : value);
            }
        }
        return ordered(container.field, seen);
    }

    /** Which entries of a stream had their turn is up to the encoder; that they may be seen is not. */
    private boolean isDelivered(StateStream stream, StateObject child, boolean all) {
        if (!stream.field.gatesEntries()) {
            return stream.entries().stream().anyMatch(entry -> entry.value == child && entry.sent);
        }
        ViewEntry entry = view == null ? null : view.table.get(child);
        for (Edge edge = child.links.gates; entry != null && edge != null; edge = edge.next) {
            if (edge.parent == stream && entry.shows(edge)) {
                assertThat(all || view.has(child)).as("%s was asked for", child).isTrue();
                return true;
            }
        }
        return false;
    }

    private static Object ordered(FieldSpec field, List<Object> values) {
        if (field.kind == Kind.ARRAY && !field.gatesEntries()) {
            return values;
        }
        return values.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }

    private static Object canonical(StateType type, Map<?, ?> state) {
        Map<String, Object> copy = new LinkedHashMap<>();
        // A derived type has its fields after those of the declared one.
        for (Map.Entry<?, ?> entry : state.entrySet()) {
            FieldSpec field = find(type, (String) entry.getKey());
            Object value = field == null ? entry.getValue() : canonical(field, entry.getValue());
            boolean empty =
                    value instanceof Map<?, ?> map && map.isEmpty() || value instanceof List<?> list && list.isEmpty();
            if (field == null || !(field.gatesEntries() && field.kind != Kind.STREAM && empty)) {
                copy.put((String) entry.getKey(), value);
            }
        }
        return copy;
    }

    private static FieldSpec find(StateType type, String name) {
        return type.find(name);
    }

    private static Object canonical(FieldSpec field, Object value) {
        if (field.target == null) {
            return value instanceof List<?> list ? ordered(field, new ArrayList<>(list)) : value;
        }
        if (field.kind == Kind.REF) {
            return canonical(field.target, (Map<?, ?>) value);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put(key, canonical(field.target, (Map<?, ?>) entry)));
            return copy;
        }
        List<Object> copy = new ArrayList<>();
        for (Object entry : (List<?>) value) {
            copy.add(canonical(field.target, (Map<?, ?>) entry));
        }
        return ordered(field, copy);
    }
}
