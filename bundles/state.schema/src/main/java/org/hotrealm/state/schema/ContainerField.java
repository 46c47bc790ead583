package org.hotrealm.state.schema;

/**
 * A field that holds a collection. Every new object has an empty one; after {@link #unset} the field does not exist for
 * clients until the collection is asked for again.
 *
 * @param <F> the field's own class
 * @param <C> the collection's class
 */
public abstract sealed class ContainerField<F extends ContainerField<F, C>, C extends StateContainer>
        extends StateField<F> permits MapField, ArrayField, SetField, CollectionField, StreamField {
    ContainerField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }

    /** The collection; a new, empty one when the field was unset. */
    @SuppressWarnings("unchecked")
    public final C of(StateObject object) {
        FieldSpec spec = spec(object);
        Object container = object.reference(spec);
        return (C) (container == null ? object.renewContainer(spec) : container);
    }

    /** Replaces the collection by a new, empty one; clients see another collection, not a cleared one. */
    @SuppressWarnings("unchecked")
    public final C renew(StateObject object) {
        return (C) object.renewContainer(spec(object));
    }
}
