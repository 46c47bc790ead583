package org.hotrealm.state.schema;

/** A double-precision field: always 8 bytes ({@code float64}), or the shortest exact form ({@code number}). */
public final class DoubleField extends StateField<DoubleField> {
    private final boolean isNumber;

    DoubleField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
        this.isNumber = shape.kind() == Kind.NUMBER;
    }

    /** The value, 0 when unset. */
    public double get(StateObject object) {
        return Double.longBitsToDouble(object.bits(spec(object)));
    }

    /**
     * Sets the value; nothing happens when it is the same already. A {@code number} has no form for NaN, which becomes 0,
     * and infinities, which become ±(2<sup>53</sup> − 1).
     */
    public void set(StateObject object, double value) {
        object.setBits(spec(object), Double.doubleToRawLongBits(isNumber ? Primitive.visible(value) : value));
    }
}
