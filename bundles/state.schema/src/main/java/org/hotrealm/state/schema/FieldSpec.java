package org.hotrealm.state.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One field of a type, as data. */
final class FieldSpec {
    /** No view tag: everybody sees the field. */
    static final int UNTAGGED = 0;
    /** The default view tag. */
    static final int DEFAULT_TAG = -1;

    private static final StateType[] NONE = {};

    final String name;
    final Kind kind;
    /** Element kind of a collection of plain values, else null. */
    final @Nullable Kind element;
    /** Declared type of a reference or of a collection's entries, else null. */
    final @Nullable StateType target;
    /** Derived types allowed besides the declared one. */
    final StateType[] derived;

    final @Nullable Quantized quantized;
    final int tag;
    final Delivery delivery;
    /** Entries of a stream that are delivered a tick. */
    final int perTick;
    /** Position among the fields of the type. */
    final int index;
    /** Its number in the protocol, or −1. */
    final int wire;

    final long bit;
    /** Position in the long slots or the object slots of an object. */
    final int slot;
    /** Whether values lie in the long slots. */
    final boolean inBits;
    /** Bytes of a value in the long slots, 0 where they vary. */
    final int width;

    private final boolean leads;

    FieldSpec(FieldShape shape, int index, int wire, int slot, StateType self) {
        this.name = shape.name();
        this.kind = shape.kind();
        this.element = shape.element();
        this.target = shape.toSelf() ? self : shape.target();
        this.derived = shape.derived().isEmpty() ? NONE : shape.derived().toArray(StateType[]::new);
        this.quantized = shape.quantized();
        this.tag = shape.tag();
        this.delivery = shape.delivery();
        this.perTick = shape.perTick();
        this.index = index;
        this.wire = delivery == Delivery.NOWHERE ? -1 : wire;
        this.bit = 1L << index;
        this.slot = slot;
        this.inBits = kind.isBits();
        this.width = quantized == null ? kind.width() : quantized.bits() / 8;
        this.leads = !kind.isPrimitive();
    }

    FieldShape shape() {
        return new FieldShape(name, kind, element, target, false, List.of(derived), quantized, tag, delivery, perTick);
    }

    /** Whether only some viewers see the field itself; of a stream everybody does, and only entries are shown one by one. */
    boolean tagged() {
        return tag != UNTAGGED && kind != Kind.STREAM;
    }

    /** Whether clients know of it. */
    boolean isSynced() {
        return wire >= 0;
    }

    /** Whether the field leads to other objects or collections. */
    boolean leads() {
        return leads;
    }

    /** Whether entries are shown to each viewer one by one. */
    boolean gatesEntries() {
        return tag != UNTAGGED && kind.isContainer() && target != null;
    }

    boolean accepts(StateType type) {
        return type == target || (derived.length > 0 && Arrays.asList(derived).contains(type));
    }

    boolean sameShape(FieldSpec other) {
        return index == other.index
                && slot == other.slot
                && name.equals(other.name)
                && kind == other.kind
                && element == other.element
                && target == other.target
                && tag == other.tag
                && delivery == other.delivery
                && wire == other.wire
                && Objects.equals(quantized, other.quantized);
    }

    @Override
    public String toString() {
        return name + ": " + kind.wireName;
    }
}
