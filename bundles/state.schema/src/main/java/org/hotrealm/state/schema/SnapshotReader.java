package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Reads what {@link SnapshotWriter} wrote. */
final class SnapshotReader {
    private static final int SUM_BYTES = 4;

    private final ByteReader in;
    private final SnapshotTypes types;
    private final List<StateObject> objects = new ArrayList<>();

    private final int format;

    private SnapshotReader(ByteReader in, int format) {
        this.in = in;
        this.format = format;
        this.types = new SnapshotTypes(in, format);
    }

    static StateObject read(byte[] bytes) {
        requireSound(bytes);
        ByteReader in = new ByteReader(bytes, 0, bytes.length - SUM_BYTES);
        in.u32();
        int format = in.u16();
        if (format > SnapshotWriter.FORMAT) {
            throw new IllegalArgumentException("The snapshot has format " + format + ", newer than "
                    + SnapshotWriter.FORMAT + "; keep its bytes and update the state library");
        }
        SnapshotReader reader = new SnapshotReader(in, format);
        int nextRefId = in.count();
        StateObject root = reader.object();
        root.links.resumeRefIds = nextRefId == 0 ? -1 : nextRefId;
        return root;
    }

    private static void requireSound(byte[] bytes) {
        if (bytes.length < 10 || (int) new ByteReader(bytes, 0, 4).u32() != SnapshotWriter.MAGIC) {
            throw new IllegalArgumentException("These " + bytes.length + " bytes are no snapshot of a state");
        }
        int end = bytes.length - SUM_BYTES;
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, end);
        long written = new ByteReader(bytes, end, bytes.length).u32();
        if (sum.getValue() != written) {
            throw new IllegalArgumentException("The snapshot of " + bytes.length
                    + " bytes is damaged: its checksum is wrong; restore an older one");
        }
    }

    private StateObject object() {
        int place = in.count();
        if (place < objects.size()) {
            return objects.get(place);
        }
        int refId = (int) in.number();
        StateObject object = new StateObject(types.get(in.count()));
        objects.add(object);
        object.refId = refId;
        object.present = in.i64();
        for (FieldSpec field : object.type.fields) {
            if (object.isSet(field)) {
                value(object, field);
            }
        }
        return object;
    }

    private void value(StateObject object, FieldSpec field) {
        if (field.kind.isBits()) {
            object.bits[field.slot] = bits(field.kind);
        } else if (field.kind == Kind.STRING) {
            object.references[field.slot] = in.string();
        } else if (field.kind == Kind.REF) {
            object.references[field.slot] = object();
        } else {
            object.references[field.slot] = container(object, field);
        }
    }

    private long bits(Kind kind) {
        return switch (kind) {
            case INT64, UINT64, BIGINT64, BIGUINT64, FLOAT64, NUMBER -> in.i64();
            case UINT8, UINT16, UINT32, BOOLEAN, QUANTIZED -> in.u32();
            default -> (int) in.u32();
        };
    }

    private StateContainer container(StateObject owner, FieldSpec field) {
        StateContainer container = StateContainer.create(owner, field);
        container.refId = (int) in.number();
        int count = in.count();
        switch (container) {
            case StateMap<?> map -> map(map, count);
            case StateEntries<?> bag -> bag(bag, count);
            case StateArray<?> array -> array(array, count);
        }
        return container;
    }

    private void map(StateMap<?> map, int count) {
        map.nextIndex = in.count();
        for (int i = 0; i < count; i++) {
            int index = (int) in.number();
            MapEntry entry = new MapEntry(in.string());
            entry.index = index;
            entry.value = entry(map.field);
            map.entries.put(entry.key, entry);
        }
    }

    private void bag(StateEntries<?> bag, int count) {
        bag.nextIndex = in.count();
        for (int i = 0; i < count; i++) {
            int index = (int) in.number();
            int priority = bag instanceof StateStream && format > 1 ? (int) in.number() : 0;
            StateEntries.Entry entry = new StateEntries.Entry(entry(bag.field));
            entry.index = index;
            entry.priority = priority;
            bag.restore(entry);
        }
    }

    @SuppressWarnings("unchecked")
    private void array(StateArray<?> array, int count) {
        for (int i = 0; i < count; i++) {
            ((StateArray<Object>) array).add(entry(array.field));
        }
    }

    private Object entry(FieldSpec field) {
        Kind element = field.element;
        if (element == null) {
            return object();
        }
        return element == Kind.STRING ? in.string() : Primitive.boxed(element, bits(element));
    }
}
