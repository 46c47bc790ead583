package org.hotrealm.state.schema;

/**
 * A field that holds an array of objects or plain values.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public final class ArrayField<V> extends ContainerField<ArrayField<V>, StateArray<V>> {
    ArrayField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }

    /** Short for {@link StateArray#add(Object)}. */
    public void add(StateObject object, V value) {
        of(object).add(value);
    }
}
