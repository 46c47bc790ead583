package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/**
 * A field that holds a map from text to objects or plain values.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public final class MapField<V> extends ContainerField<MapField<V>, StateMap<V>> {
    MapField(TypeBuilder builder, FieldShape shape) {
        super(builder, shape);
    }

    /** Short for {@link StateMap#put}. */
    public void put(StateObject object, String key, V value) {
        of(object).put(key, value);
    }

    /** Short for {@link StateMap#get}. */
    public @Nullable V get(StateObject object, String key) {
        return of(object).get(key);
    }

    /** Short for {@link StateMap#remove}. */
    public @Nullable V remove(StateObject object, String key) {
        return of(object).remove(key);
    }
}
