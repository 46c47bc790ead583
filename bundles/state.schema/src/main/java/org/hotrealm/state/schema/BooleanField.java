package org.hotrealm.state.schema;

/** A field that is true or false. */
public final class BooleanField extends StateField<BooleanField> {
    BooleanField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }

    /** The value, false when unset. */
    public boolean get(StateObject object) {
        return object.bits(spec(object)) != 0;
    }

    /** Sets the value; nothing happens when it is the same already. */
    public void set(StateObject object, boolean value) {
        object.setBits(spec(object), value ? 1 : 0);
    }
}
