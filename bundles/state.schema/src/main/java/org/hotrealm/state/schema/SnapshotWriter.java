package org.hotrealm.state.schema;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes a snapshot: magic, format, types, counters, then the objects depth first, each where it is first referred to and
 * by its position afterwards; a checksum at the end.
 */
final class SnapshotWriter {
    static final int MAGIC = 0x54535248;
    static final int FORMAT = 2;

    private final ByteWriter out = new ByteWriter(4096);
    private final TypeTable types;
    private final IdentityHashMap<StateObject, Integer> places = new IdentityHashMap<>();

    private SnapshotWriter(StateType root) {
        this.types = new TypeTable(root);
    }

    static byte[] write(StateObject root) {
        SnapshotWriter writer = new SnapshotWriter(root.type);
        writer.head(root);
        writer.object(root);
        return writer.finish();
    }

    private void head(StateObject root) {
        StateEncoder encoder = root.encoder;
        out.u32(MAGIC);
        out.u16(FORMAT);
        types(types.types());
        out.number(encoder == null ? 0 : encoder.nextRefId());
    }

    private byte[] finish() {
        CRC32 sum = new CRC32();
        sum.update(out.bytes, 0, out.at);
        out.u32((int) sum.getValue());
        return Arrays.copyOf(out.bytes, out.at);
    }

    private void types(List<StateType> all) {
        out.number(all.size());
        for (StateType type : all) {
            out.string(type.name());
            StateType parent = type.parent();
            out.number(parent == null ? -1 : types.id(parent));
            out.number(type.fields.length - type.ownFrom);
            for (int i = type.ownFrom; i < type.fields.length; i++) {
                field(type.fields[i]);
            }
        }
    }

    private void field(FieldSpec field) {
        out.string(field.name);
        out.string(field.kind.wireName);
        out.string(field.element == null ? "" : field.element.wireName);
        out.number(field.target == null ? -1 : types.id(field.target));
        out.number(field.derived.length);
        for (StateType derived : field.derived) {
            out.number(types.id(derived));
        }
        out.number((long) field.tag);
        out.u8(field.delivery.ordinal());
        if (field.kind == Kind.STREAM) {
            out.number(field.perTick);
        }
        Quantized coding = field.quantized;
        if (coding != null) {
            out.u64(Double.doubleToRawLongBits(coding.min()));
            out.u64(Double.doubleToRawLongBits(coding.max()));
            out.u8(coding.bits());
            out.u8(coding.mode() == Quantized.Mode.WRAP ? 1 : 0);
        }
    }

    private void object(StateObject object) {
        Integer place = places.get(object);
        if (place != null) {
            out.number(place);
            return;
        }
        out.number(places.size());
        places.put(object, places.size());
        out.number(object.refId);
        out.number(types.id(object.type));
        out.u64(object.present);
        for (FieldSpec field : object.type.fields) {
            if (object.isSet(field)) {
                value(object, field);
            }
        }
    }

    private void value(StateObject object, FieldSpec field) {
        if (field.kind.isBits()) {
            bits(field.kind, object.bits(field));
            return;
        }
        switch (object.reference(field)) {
            case StateObject child -> object(child);
            case StateContainer container -> container(container);
            case String text -> out.string(text);
            case null, default -> throw new IllegalStateException("Field '" + field.name + "' is set to nothing");
        }
    }

    private void bits(Kind kind, long bits) {
        switch (kind) {
            case INT64, UINT64, BIGINT64, BIGUINT64, FLOAT64, NUMBER -> out.u64(bits);
            default -> out.u32((int) bits);
        }
    }

    private void container(StateContainer container) {
        out.number(container.refId);
        out.number(container.size());
        switch (container) {
            case StateMap<?> map -> {
                out.number(map.nextIndex);
                for (MapEntry entry : map.entries.values()) {
                    out.number(entry.index);
                    out.string(entry.key);
                    entry(map.field, entry.value);
                }
            }
            case StateEntries<?> bag -> {
                out.number(bag.nextIndex);
                for (StateEntries.Entry entry : bag.entries()) {
                    out.number(entry.sent || bag.encoder == null ? entry.index : -1);
                    if (bag instanceof StateStream) {
                        out.number(entry.priority);
                    }
                    entry(bag.field, entry.value);
                }
            }
            case StateArray<?> array -> array.contents().forEach(value -> entry(array.field, value));
        }
    }

    private void entry(FieldSpec field, @Nullable Object value) {
        switch (value) {
            case StateObject child -> object(child);
            case String text -> out.string(text);
            case null -> throw new IllegalStateException("Field '" + field.name + "' has an entry without value");
            default -> bits(element(field), Primitive.bits(element(field), value));
        }
    }

    private static Kind element(FieldSpec field) {
        Kind element = field.element;
        if (element == null) {
            throw new IllegalStateException("Field '" + field.name + "' holds no plain values");
        }
        return element;
    }
}
