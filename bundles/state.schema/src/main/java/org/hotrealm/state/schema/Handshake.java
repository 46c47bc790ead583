package org.hotrealm.state.schema;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes the types of a state in the state format itself. */
final class Handshake {
    private static final StateType.Builder Q = StateType.named("QuantizedDescriptor");
    private static final DoubleField MIN = Q.float64("min");
    private static final DoubleField MAX = Q.float64("max");
    private static final IntField BITS = Q.uint8("bits");
    private static final IntField MODE = Q.uint8("mode");
    private static final StateType QUANTIZED = Q.build();

    private final boolean legacy;
    private final TypeTable table;

    private final StringField fieldName;
    private final StringField fieldKind;
    private final DoubleField referencedType;
    private final @Nullable StringField childPrimitive;
    private final @Nullable RefField quantized;
    private final StateType fieldType;

    private final DoubleField id;
    private final DoubleField extendsId;
    private final ArrayField<StateObject> fields;
    private final StateType typeType;

    private final ArrayField<StateObject> types;
    private final DoubleField rootType;
    private final StateType reflection;

    private Handshake(TypeTable table, Dialect dialect) {
        this.table = table;
        this.legacy = dialect.isLegacy();
        StateType.Builder f = StateType.named("ReflectionField");
        fieldName = f.string("name");
        fieldKind = f.string("type");
        referencedType = f.number("referencedType");
        childPrimitive = legacy ? null : f.string("childPrimitive");
        quantized = legacy ? null : f.ref("quantized", QUANTIZED);
        fieldType = f.build();
        StateType.Builder t = StateType.named("ReflectionType");
        id = t.number("id");
        extendsId = t.number("extendsId");
        fields = t.array("fields", fieldType);
        typeType = t.build();
        StateType.Builder r = StateType.named("Reflection");
        types = r.array("types", typeType);
        rootType = r.number("rootType");
        reflection = r.build();
    }

    static byte[] encode(TypeTable table, Dialect dialect) {
        return new Handshake(table, dialect).encode();
    }

    private byte[] encode() {
        StateObject root = reflection.create();
        for (StateType type : table.types()) {
            types.add(root, describe(type));
        }
        int rootId = table.id(table.root);
        if (rootId != 0) {
            rootType.set(root, rootId);
        }
        return new StateEncoder(root).full(null, false).toByteArray();
    }

    private StateObject describe(StateType type) {
        StateObject described = typeType.create();
        id.set(described, table.id(type));
        StateType parent = type.parent();
        if (parent != null) {
            extendsId.set(described, table.id(parent));
        }
        List<FieldSpec> own = Arrays.asList(type.fields).subList(type.ownFrom, type.fields.length);
        for (FieldSpec field : own) {
            if (field.isSynced()) {
                fields.add(described, describe(type, field));
            }
        }
        return described;
    }

    private StateObject describe(StateType type, FieldSpec field) {
        if (legacy && field.kind.isNewIn18()) {
            throw new IllegalArgumentException("Field '" + field.name + "' of " + type + " is " + field.kind.wireName
                    + ", which clients older than 0.18 cannot read");
        }
        StateObject described = fieldType.create();
        fieldName.set(described, field.name);
        Kind element = field.element;
        String packed = legacy && element != null ? ":" + element.wireName : "";
        fieldKind.set(described, field.kind.wireName + packed);
        if (field.target != null) {
            referencedType.set(described, table.id(field.target));
        } else if (element != null) {
            referencedType.set(described, -1);
            if (childPrimitive != null) {
                childPrimitive.set(described, element.wireName);
            }
        }
        if (field.quantized != null && quantized != null) {
            quantized.set(described, describe(field.quantized));
        }
        return described;
    }

    private static StateObject describe(Quantized coding) {
        StateObject described = QUANTIZED.create();
        MIN.set(described, coding.min());
        MAX.set(described, coding.max());
        BITS.set(described, coding.bits());
        MODE.set(described, coding.mode() == Quantized.Mode.WRAP ? 1 : 0);
        return described;
    }
}
