package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client's copy of an object or a collection. */
final class Mirror {
    /** What the handshake says about a field. */
    record Field(
            String name,
            Kind kind,
            @Nullable Kind element,
            int target,
            @Nullable Quantized quantized) {}

    /** What the handshake says about a type. */
    record Type(int id, List<Field> fields) {}

    final Kind kind;
    /** The type of an object. */
    final @Nullable Type type;
    /** The field a collection was made for. */
    final @Nullable Field field;

    int refId = -1;
    /** An object's values by field number, an array's by position; null where there is none. */
    final List<@Nullable Object> values;
    /** Entries of a map by key, of other collections by index. */
    final Map<Object, Object> entries;

    final Map<Integer, String> keys;
    boolean holes;

    private Mirror(
            Kind kind,
            @Nullable Type type,
            @Nullable Field field,
            List<@Nullable Object> values,
            Map<Object, Object> entries,
            Map<Integer, String> keys) {
        this.kind = kind;
        this.type = type;
        this.field = field;
        this.values = values;
        this.entries = entries;
        this.keys = keys;
    }

    static Mirror object(Type type) {
        List<@Nullable Object> values = new ArrayList<>();
        type.fields().forEach(field -> values.add(null));
        return new Mirror(Kind.REF, type, null, values, Map.of(), Map.of());
    }

    static Mirror collection(Field field) {
        return new Mirror(field.kind(), null, field, new ArrayList<>(), new LinkedHashMap<>(), new HashMap<>());
    }

    /** Clients copy a collection each time its field is mentioned. */
    Mirror copy() {
        return new Mirror(kind, null, field, new ArrayList<>(values), entries, keys);
    }

    boolean holdsNodes() {
        return field != null && field.element() == null;
    }

    /** The nodes it leads to, as often as it does. */
    List<Mirror> children() {
        List<Mirror> children = new ArrayList<>();
        List<Object> all = new ArrayList<>(entries.values());
        for (Object value : values) {
            if (value != null) {
                all.add(value);
            }
        }
        for (Object value : all) {
            if (value instanceof Mirror child) {
                children.add(child);
            }
        }
        return children;
    }

    /** Closes the gaps of an array, as clients do when they turn to another structure. */
    void compact() {
        if (holes) {
            holes = false;
            values.removeIf(value -> value == null);
        }
    }

    Object plain() {
        if (type != null) {
            Map<String, Object> plain = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                if (value != null) {
                    plain.put(type.fields().get(i).name(), plain(value));
                }
            }
            return plain;
        }
        if (kind == Kind.MAP) {
            Map<String, Object> plain = new LinkedHashMap<>();
            entries.forEach((key, value) -> plain.put((String) key, plain(value)));
            return plain;
        }
        List<Object> plain = new ArrayList<>();
        for (Object value : values) {
            plain.add(value == null ? "(gap)" : plain(value));
        }
        entries.values().forEach(value -> plain.add(plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        return value instanceof Mirror mirror ? mirror.plain() : value;
    }
}
