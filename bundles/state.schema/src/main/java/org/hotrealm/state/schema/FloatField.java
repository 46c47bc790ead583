package org.hotrealm.state.schema;

/** A single-precision field, 4 bytes. */
public final class FloatField extends StateField<FloatField> {
    FloatField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }

    /** The value, 0 when unset. */
    public float get(StateObject object) {
        return Float.intBitsToFloat((int) object.bits(spec(object)));
    }

    /** Sets the value; nothing happens when it is the same already. */
    public void set(StateObject object, float value) {
        object.setBits(spec(object), Float.floatToRawIntBits(value));
    }
}
