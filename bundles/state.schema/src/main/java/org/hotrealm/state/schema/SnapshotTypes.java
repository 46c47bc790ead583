package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Declares again the types that a snapshot brings along; equal ones are the same as those of the bundles. */
final class SnapshotTypes {
    private record Described(String name, int parent, List<Field> fields) {}

    private record Field(
            String name,
            Kind kind,
            @Nullable Kind element,
            int target,
            List<Integer> derived,
            int tag,
            Delivery delivery,
            int perTick,
            @Nullable Quantized quantized) {}

    private final List<Described> described = new ArrayList<>();
    private final List<@Nullable StateType> built = new ArrayList<>();
    private final List<Boolean> building = new ArrayList<>();

    SnapshotTypes(ByteReader in, int format) {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            described.add(type(in, format));
            built.add(null);
            building.add(false);
        }
    }

    private static Described type(ByteReader in, int format) {
        String name = in.string();
        int parent = (int) in.number();
        int count = in.count();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(field(in, format));
        }
        return new Described(name, parent, fields);
    }

    private static Field field(ByteReader in, int format) {
        String name = in.string();
        Kind kind = Kind.of(in.string());
        String element = in.string();
        int target = (int) in.number();
        List<Integer> derived = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            derived.add(in.count());
        }
        int tag = (int) in.number();
        Delivery delivery = Delivery.at(in.u8());
        int perTick = kind == Kind.STREAM ? (format > 1 ? in.count() : StreamField.PER_TICK) : 0;
        Quantized coding = kind == Kind.QUANTIZED ? quantized(in) : null;
        return new Field(
                name,
                kind,
                element.isEmpty() ? null : Kind.of(element),
                target,
                derived,
                tag,
                delivery,
                perTick,
                coding);
    }

    private static Quantized quantized(ByteReader in) {
        double min = Double.longBitsToDouble(in.i64());
        double max = Double.longBitsToDouble(in.i64());
        int bits = in.u8();
        return new Quantized(min, max, bits, in.u8() == 1 ? Quantized.WRAP : Quantized.CLAMP);
    }

    StateType get(int id) {
        if (id < 0 || id >= described.size()) {
            throw new IllegalArgumentException("The snapshot has no type " + id);
        }
        StateType known = built.get(id);
        if (known != null) {
            return known;
        }
        if (building.set(id, true)) {
            throw new IllegalArgumentException("Type " + described.get(id).name() + " of the snapshot contains itself");
        }
        StateType type = build(id, described.get(id));
        built.set(id, type);
        return type;
    }

    private StateType build(int id, Described type) {
        @Nullable StateType parent = type.parent() < 0 ? null : get(type.parent());
        List<FieldShape> own = new ArrayList<>();
        for (Field field : type.fields()) {
            boolean toSelf = field.target() == id;
            StateType target = field.target() < 0 || toSelf ? null : get(field.target());
            List<StateType> derived = new ArrayList<>();
            for (int other : field.derived()) {
                derived.add(get(other));
            }
            own.add(new FieldShape(
                    field.name(),
                    field.kind(),
                    field.element(),
                    target,
                    toSelf,
                    List.copyOf(derived),
                    field.quantized(),
                    field.tag(),
                    field.delivery(),
                    field.perTick()));
        }
        return TypePool.intern(new TypeShape(type.name(), parent, List.copyOf(own)));
    }
}
