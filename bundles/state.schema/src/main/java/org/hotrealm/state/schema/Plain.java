package org.hotrealm.state.schema;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a state into maps, lists and plain values, as a client would print it. */
final class Plain {
    private Plain() {}

    static Map<String, Object> of(StateObject object) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (FieldSpec field : object.type.fields) {
            if (object.isSet(field) && field.isSynced()) {
                plain.put(field.name, value(object, field));
            }
        }
        return plain;
    }

    private static Object value(StateObject object, FieldSpec field) {
        Quantized coding = field.quantized;
        if (coding != null) {
            return coding.decode(object.bits(field));
        }
        if (field.kind.isBits()) {
            return unsigned(field.kind, Primitive.boxed(field.kind, object.bits(field)));
        }
        return of(field, object.reference(field));
    }

    static Object of(StateContainer container) {
        if (container instanceof StateMap<?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, value) -> plain.put(key, of(map.field, value)));
            return plain;
        }
        List<Object> plain = new ArrayList<>();
        for (Object value : container.contents()) {
            plain.add(of(container.field, value));
        }
        return plain;
    }

    private static Object of(FieldSpec field, @Nullable Object value) {
        return switch (value) {
            case StateObject object -> of(object);
            case StateContainer container -> of(container);
            case null -> "";
            default -> field.element == null ? value : unsigned(field.element, value);
        };
    }

    private static Object unsigned(Kind kind, Object value) {
        boolean big = kind == Kind.UINT64 || kind == Kind.BIGUINT64;
        return big && (Long) value < 0 ? new BigInteger(Long.toUnsignedString((Long) value)) : value;
    }
}
