package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The declaring methods of {@link StateType.Builder}: one for each kind of field. */
public abstract sealed class TypeBuilder permits StateType.Builder {
    private final String typeName;
    private final List<StateField<?>> own = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private @Nullable StateType parent;
    private @Nullable StateType built;

    TypeBuilder(String typeName) {
        if (typeName.isBlank()) {
            throw new IllegalArgumentException("A state type needs a name");
        }
        this.typeName = typeName;
    }

    /** True or false, 1 byte. */
    public final BooleanField bool(String name) {
        return add(new BooleanField(this, plain(name, Kind.BOOLEAN)));
    }

    /** −128 … 127, 1 byte. */
    public final IntField int8(String name) {
        return integer(name, Kind.INT8);
    }

    /** 0 … 255, 1 byte. */
    public final IntField uint8(String name) {
        return integer(name, Kind.UINT8);
    }

    /** −32,768 … 32,767, 2 bytes. */
    public final IntField int16(String name) {
        return integer(name, Kind.INT16);
    }

    /** 0 … 65,535, 2 bytes. */
    public final IntField uint16(String name) {
        return integer(name, Kind.UINT16);
    }

    /** Any {@code int}, 4 bytes. */
    public final IntField int32(String name) {
        return integer(name, Kind.INT32);
    }

    /** 0 … 4,294,967,295, 4 bytes. */
    public final LongField uint32(String name) {
        return wide(name, Kind.UINT32);
    }

    /** Any {@code long}, 8 bytes; the client makes a number of it, exact up to 2<sup>53</sup>. */
    public final LongField int64(String name) {
        return wide(name, Kind.INT64);
    }

    /** Unsigned 64 bits, 8 bytes; the client makes a number of it, exact up to 2<sup>53</sup>. */
    public final LongField uint64(String name) {
        return wide(name, Kind.UINT64);
    }

    /** Any {@code long}, 8 bytes; a {@code BigInt} on the client. */
    public final LongField bigint64(String name) {
        return wide(name, Kind.BIGINT64);
    }

    /** Unsigned 64 bits, 8 bytes; a {@code BigInt} on the client. */
    public final LongField biguint64(String name) {
        return wide(name, Kind.BIGUINT64);
    }

    /** Single precision, 4 bytes. */
    public final FloatField float32(String name) {
        return add(new FloatField(this, plain(name, Kind.FLOAT32)));
    }

    /** Double precision, 8 bytes. */
    public final DoubleField float64(String name) {
        return add(new DoubleField(this, plain(name, Kind.FLOAT64)));
    }

    /** Any number in its shortest exact form, 1 to 9 bytes. */
    public final DoubleField number(String name) {
        return add(new DoubleField(this, plain(name, Kind.NUMBER)));
    }

    /** Text, UTF-8 on the wire. */
    public final StringField string(String name) {
        return add(new StringField(this, plain(name, Kind.STRING)));
    }

    /** A fraction within {@code min}…{@code max} in 8, 16 or 32 bits; see {@link Quantized}. */
    public final QuantizedField quantized(String name, double min, double max, int bits, Quantized.Mode mode) {
        Quantized coding = new Quantized(min, max, bits, mode);
        return add(new QuantizedField(this, FieldShape.plain(name, Kind.QUANTIZED, null, coding)));
    }

    /** A reference to an object of {@code target} or of one of the {@code derived} types. */
    public final RefField ref(String name, TypeRef target, StateType... derived) {
        return add(new RefField(this, leading(name, Kind.REF, target, derived)));
    }

    /** A map of objects of {@code target} or of one of the {@code derived} types. */
    public final MapField<StateObject> map(String name, TypeRef target, StateType... derived) {
        return add(new MapField<>(this, leading(name, Kind.MAP, target, derived)));
    }

    /** A map of plain values. */
    public final <V> MapField<V> map(String name, Primitive<V> element) {
        return add(new MapField<>(this, ofPlain(name, Kind.MAP, element)));
    }

    /** An array of objects of {@code target} or of one of the {@code derived} types. */
    public final ArrayField<StateObject> array(String name, TypeRef target, StateType... derived) {
        return add(new ArrayField<>(this, leading(name, Kind.ARRAY, target, derived)));
    }

    /** An array of plain values. */
    public final <V> ArrayField<V> array(String name, Primitive<V> element) {
        return add(new ArrayField<>(this, ofPlain(name, Kind.ARRAY, element)));
    }

    /** A set of objects of {@code target} or of one of the {@code derived} types. */
    public final SetField<StateObject> set(String name, TypeRef target, StateType... derived) {
        return add(new SetField<>(this, leading(name, Kind.SET, target, derived)));
    }

    /** A set of plain values. */
    public final <V> SetField<V> set(String name, Primitive<V> element) {
        return add(new SetField<>(this, ofPlain(name, Kind.SET, element)));
    }

    /** A bag, duplicates allowed, of objects of {@code target} or of one of the {@code derived} types. */
    public final CollectionField<StateObject> collection(String name, TypeRef target, StateType... derived) {
        return add(new CollectionField<>(this, leading(name, Kind.COLLECTION, target, derived)));
    }

    /** A bag of plain values, duplicates allowed. */
    public final <V> CollectionField<V> collection(String name, Primitive<V> element) {
        return add(new CollectionField<>(this, ofPlain(name, Kind.COLLECTION, element)));
    }

    /** A stream of objects of {@code target} or of one of the {@code derived} types, delivered a few a tick. */
    public final StreamField stream(String name, TypeRef target, StateType... derived) {
        return add(new StreamField(this, leading(name, Kind.STREAM, target, derived)));
    }

    private IntField integer(String name, Kind kind) {
        return add(new IntField(this, plain(name, kind)));
    }

    private LongField wide(String name, Kind kind) {
        return add(new LongField(this, plain(name, kind)));
    }

    private static FieldShape plain(String name, Kind kind) {
        return FieldShape.plain(name, kind, null, null);
    }

    private static FieldShape ofPlain(String name, Kind kind, Primitive<?> element) {
        return FieldShape.plain(name, kind, element.kind, null);
    }

    private FieldShape leading(String name, Kind kind, TypeRef target, StateType... derived) {
        boolean toSelf = target == this;
        if (!toSelf && !(target instanceof StateType)) {
            throw new IllegalArgumentException("Field '" + name + "' of type " + typeName
                    + " refers to another type that is not built yet; build that one first");
        }
        StateType other = toSelf ? null : (StateType) target;
        for (StateType type : derived) {
            if (other == null || !type.isA(other)) {
                throw new IllegalArgumentException("Field '" + name + "' of type " + typeName + " lists " + type
                        + ", which does not extend the declared type");
            }
        }
        return FieldShape.leading(name, kind, other, List.of(derived), kind == Kind.STREAM ? StreamField.PER_TICK : 0);
    }

    private <F extends StateField<F>> F add(F field) {
        requireOpen("add field '" + field.name() + "'");
        ClientNames.check(field.name(), typeName);
        if (!names.add(field.name())) {
            throw new IllegalArgumentException(
                    "Type " + typeName + " has two fields named '" + field.name() + "' (inherited ones count)");
        }
        if (names.size() > StateType.MAX_FIELDS) {
            throw new IllegalArgumentException("Type " + typeName + " has more than " + StateType.MAX_FIELDS
                    + " fields, inherited ones included; move some into a type of their own and refer to it");
        }
        own.add(field);
        return field;
    }

    final void inherit(StateType type) {
        requireOpen("extend " + type);
        if (!own.isEmpty() || parent != null) {
            throw new IllegalStateException(
                    "Type " + typeName + ": extending(" + type + ") must come first and only once");
        }
        parent = type;
        names.addAll(type.fieldNames());
    }

    final void requireOpen(String what) {
        if (built != null) {
            throw new IllegalStateException("Type " + typeName + " is built; it is too late to " + what);
        }
    }

    final StateType finish() {
        requireOpen("build it again");
        StateType type = TypePool.intern(new TypeShape(
                typeName, parent, own.stream().map(StateField::shape).toList()));
        built = type;
        for (int i = 0; i < own.size(); i++) {
            own.get(i).bind(type, type.fields[type.ownFrom + i]);
        }
        return type;
    }
}
