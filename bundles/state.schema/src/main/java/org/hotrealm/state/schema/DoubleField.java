package org.hotrealm.state.schema;

/** A double-precision field: always 8 bytes ({@code float64}), or the shortest exact form ({@code number}). */
public final class DoubleField extends StateField<DoubleField> {
    DoubleField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }

    /** The value, 0 when unset. */
    public double get(StateObject object) {
        return Double.longBitsToDouble(object.bits(spec(object)));
    }

    /** Sets the value; nothing happens when it is the same already. A {@code number} shows NaN as 0 to clients. */
    public void set(StateObject object, double value) {
        object.setBits(spec(object), Double.doubleToRawLongBits(value));
    }
}
