package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/** A field that refers to another object; the same object may be referred to from several places. */
public final class RefField extends StateField<RefField> {
    RefField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }

    /** The object, or null when unset. */
    public @Nullable StateObject get(StateObject object) {
        return (StateObject) object.reference(spec(object));
    }

    /**
     * Refers to {@code value} from the next tick on.
     *
     * @throws IllegalArgumentException when the type is not declared for the field, the object belongs to another
     *     state, or it leads back to {@code object}
     */
    public void set(StateObject object, StateObject value) {
        object.setObject(spec(object), value);
    }
}
