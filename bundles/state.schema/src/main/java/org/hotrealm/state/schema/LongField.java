package org.hotrealm.state.schema;

/** A field of unsigned 32 bits or of 64 bits; unsigned 64 bits lie in a {@code long} as they are. */
public final class LongField extends StateField<LongField> {
    private final long min;
    private final long max;

    LongField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
        this.min = shape.kind().min;
        this.max = shape.kind().max;
    }

    /** The value, 0 when unset. */
    public long get(StateObject object) {
        return object.bits(spec(object));
    }

    /**
     * Sets the value; nothing happens when it is the same already.
     *
     * @throws IllegalArgumentException when the value does not fit into unsigned 32 bits
     */
    public void set(StateObject object, long value) {
        if (value < min || value > max) {
            throw Errors.outOfRange("Field '" + name() + "'", shape().kind(), value);
        }
        object.setBits(spec(object), value);
    }
}
