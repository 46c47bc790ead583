package org.hotrealm.state.schema;

/** A field of 8, 16 or 32 bits that fits a Java {@code int}. */
public final class IntField extends StateField<IntField> {
    private final int min;
    private final int max;

    IntField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
        this.min = (int) shape.kind().min;
        this.max = (int) shape.kind().max;
    }

    /** The value, 0 when unset. */
    public int get(StateObject object) {
        return (int) object.bits(spec(object));
    }

    /**
     * Sets the value; nothing happens when it is the same already.
     *
     * @throws IllegalArgumentException when the value does not fit, instead of wrapping on the client
     */
    public void set(StateObject object, int value) {
        if (value < min || value > max) {
            throw Errors.outOfRange("Field '" + name() + "'", shape().kind(), value);
        }
        object.setBits(spec(object), value);
    }

    /** Adds to the value (0 when unset); the same error as {@link #set}. */
    public void add(StateObject object, int amount) {
        set(object, Math.addExact(get(object), amount));
    }
}
