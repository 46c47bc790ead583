package org.hotrealm.state.schema;

/**
 * A field that holds a set.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public final class SetField<V> extends ContainerField<SetField<V>, StateSet<V>> {
    SetField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }
}
