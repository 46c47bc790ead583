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

    /** Keeps its number in the protocol; it cannot be set any more, and nothing of it travels. */
    public final F deprecated() {
        return deliver(Delivery.DEPRECATED, "deprecated()", true);
    }

    /**
     * Its changes travel, but nobody is told what it was before: who joins, or comes to see the object, does not have it
     * until the next change. For signals such as the last hit. Plain values only.
     */
    public final F patchOnly() {
        return deliver(Delivery.PATCH_ONLY, "patchOnly()", false);
    }

    /**
     * It travels with the whole of its object, to who joins or comes to see it, and never because it changes. For what
     * hardly ever does, such as the seed of a map. Plain values only.
     */
    public final F fullStateOnly() {
        return deliver(Delivery.FULL_ONLY, "fullStateOnly()", false);
    }

    /**
     * Clients never hear of it, nor of its existence; it belongs to the state for snapshots and digests alone. Plain values
     * only; objects that are no state of clients belong into the room.
     */
    public final F noSync() {
        return deliver(Delivery.NOWHERE, "noSync()", false);
    }

    /**
     * A value of which only the newest matters. Over a WebSocket, which loses nothing, it travels in the ordinary patch, so
     * that clients never miss it. Plain values only.
     */
    public final F unreliable() {
        requirePlain("unreliable()");
        return reshape(shape);
    }

    private F deliver(Delivery how, String modifier, boolean anyKind) {
        if (!anyKind) {
            requirePlain(modifier);
        }
        if (shape.delivery() != Delivery.EVERYWHERE) {
            throw new IllegalArgumentException("Field '" + name() + "': " + modifier
                    + " contradicts an earlier modifier, and together they would reach nobody; keep one of them");
        }
        if (how == Delivery.NOWHERE && shape.tag() != FieldSpec.UNTAGGED) {
            throw hiddenFromAll();
        }
        return reshape(shape.delivered(how));
    }

    private void requirePlain(String modifier) {
        if (!shape.kind().isPrimitive()) {
            throw new IllegalArgumentException(
                    "Field '" + name() + "': " + modifier + " is for plain values, not for a " + shape.kind().wireName);
        }
    }

    private IllegalArgumentException hiddenFromAll() {
        return new IllegalArgumentException("Field '" + name()
                + "': noSync() hides it from all clients, so view() has nothing to show; drop one of them");
    }

    private F tag(int tag) {
        if (shape.delivery() == Delivery.NOWHERE) {
            throw hiddenFromAll();
        }
        return reshape(shape.tagged(tag));
    }

    @SuppressWarnings("unchecked")
    final F reshape(FieldShape changed) {
        builder.requireOpen("change field '" + name() + "'");
        shape = changed;
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
            throw unbuilt();
        }
        if (object.type != owner) {
            checkInherited(object.type, field);
        }
        return field;
    }

    private IllegalStateException unbuilt() {
        return new IllegalStateException("Field '" + name() + "' is used before its type was built; call build()");
    }

    /** The field's place in the objects of this type, after checking that it has one. */
    final FieldSpec specIn(StateType type) {
        FieldSpec field = spec;
        if (field == null) {
            throw unbuilt();
        }
        if (type != owner) {
            checkInherited(type, field);
        }
        return type.fields[field.index];
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
