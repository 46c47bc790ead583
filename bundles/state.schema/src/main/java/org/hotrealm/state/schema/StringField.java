package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/** A field of text. */
public final class StringField extends StateField<StringField> {
    StringField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }

    /** The text, or null when unset. */
    public @Nullable String get(StateObject object) {
        return (String) object.reference(spec(object));
    }

    /** Sets the text; nothing happens when it is equal already. */
    public void set(StateObject object, String value) {
        object.setText(spec(object), value);
    }
}
