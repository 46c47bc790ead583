package org.hotrealm.state.schema;

import java.util.Objects;

/**
 * A fraction that travels in 8, 16 or 32 bits. The object holds what clients see: {@link #get} gives the rounded value,
 * and a change too small to be seen is none.
 */
public final class QuantizedField extends StateField<QuantizedField> {
    private final Quantized coding;

    QuantizedField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
        this.coding = Objects.requireNonNull(shape.quantized(), "a quantized field has a coding");
    }

    /** Range, bits and mode. */
    public Quantized coding() {
        return coding;
    }

    /** The value as clients see it; the lowest one when unset. */
    public double get(StateObject object) {
        return coding.decode(object.bits(spec(object)));
    }

    /** Sets the nearest value that fits. */
    public void set(StateObject object, double value) {
        object.setBits(spec(object), coding.encode(value));
    }
}
