package org.hotrealm.state.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A decoded state as the SDK's {@code toJSON} gives it. */
final class JavaScript {
    private JavaScript() {}

    static Object of(StateType type, Map<?, ?> object) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            FieldSpec field = type.find((String) name);
            copy.put(name, field == null ? number(value) : of(field, value));
        });
        return copy;
    }

    private static Object of(FieldSpec field, Object value) {
        if (value instanceof Map<?, ?> map && field.kind == Kind.REF) {
            return of(field.target, map);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put(key, entry(field, entry)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(entry -> entry(field, entry)).toList();
        }
        return field.kind == Kind.BIGINT64 ? value + "n" : number(value);
    }

    private static Object entry(FieldSpec field, Object entry) {
        return entry instanceof Map<?, ?> object ? of(field.target, object) : number(entry);
    }

    private static Object number(Object value) {
        return value instanceof Float single ? (Object) single.doubleValue() : value;
    }
}
