package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/**
 * A field of a {@link StateType}, the key to its value in objects of that type and of types that extend it.
 *
 * <p>Modifiers are given in the declaration, before the type is built: {@code T.string("secret").view()}. Values are
 * read and changed on the room's thread only.
 *
 * @param <F> the field's own class
 */
public abstract sealed class StateField<F extends StateField<F>>
        permits BooleanField,
                IntField,
                LongField,
                FloatField,
                DoubleField,
                StringField,
                QuantizedField,
                RefField,
                ContainerField {
    private final TypeBuilder builder;
    private FieldShape shape;
    private @Nullable FieldSpec spec;
    private @Nullable StateType owner;

    StateField(TypeBuilder builder, FieldShape shape) {
        this.builder = builder;
        this.shape = shape;
    }

    /** The name that clients know. */
    public final String name() {
        return shape.name();
    }

    /** Only viewers whose {@link StateView} holds the owner (or the object referred to) see it. */
    public final F view() {
        return tag(FieldSpec.DEFAULT_TAG);
    }

    /**
     * Only viewers whose {@link StateView} holds the owner under one of these tags see it.
     *
     * @param tags a positive bit mask
     */
    public final F view(int tags) {
        if (tags <= 0) {
            throw new IllegalArgumentException(
                    "Field '" + name() + "': a view tag is a positive bit mask, not " + tags);
        }
        return tag(tags);
    }

    /** Keeps its number in the protocol although nobody should use it. */
    public final F deprecated() {
        return reshape(shape.tag(), true);
    }

    private F tag(int tag) {
        return reshape(tag, shape.deprecated());
    }

    @SuppressWarnings("unchecked")
    private F reshape(int tag, boolean deprecated) {
        builder.requireOpen("change field '" + name() + "'");
        shape = new FieldShape(
                shape.name(),
                shape.kind(),
                shape.element(),
                shape.target(),
                shape.toSelf(),
                shape.derived(),
                shape.quantized(),
                tag,
                deprecated);
        return (F) this;
    }

    /** Whether it has a value; an unset field does not exist for clients. */
    public final boolean isSet(StateObject object) {
        return object.isSet(spec(object));
    }

    /** Takes the value away; clients see the field disappear. */
    public final void unset(StateObject object) {
        object.unset(spec(object));
    }

    final FieldShape shape() {
        return shape;
    }

    final void bind(StateType type, FieldSpec field) {
        owner = type;
        spec = field;
    }

    /** The field's place in this object, after checking that it has one. */
    final FieldSpec spec(StateObject object) {
        FieldSpec field = spec;
        if (field == null) {
            throw new IllegalStateException("Field '" + name() + "' is used before its type was built; call build()");
        }
        if (object.type != owner) {
            checkInherited(object.type, field);
        }
        return field;
    }

    private void checkInherited(StateType actual, FieldSpec field) {
        StateType declared = owner;
        boolean same = field.index < actual.fields.length
                && (actual.fields[field.index] == field || actual.fields[field.index].sameShape(field));
        if (!same && declared != null) {
            throw Errors.foreignField(field, declared, actual);
        }
    }

    @Override
    public final String toString() {
        return shape.name() + ": " + shape.kind().wireName;
    }
}
