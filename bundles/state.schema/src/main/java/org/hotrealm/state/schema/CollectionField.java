package org.hotrealm.state.schema;

/**
 * A field that holds a bag of objects or plain values.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public final class CollectionField<V> extends ContainerField<CollectionField<V>, StateCollection<V>> {
    CollectionField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }
}
