package org.hotrealm.state.schema;

/**
 * A set of objects (by identity) or plain values (by equality), in the order in which they were added.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public final class StateSet<V> extends DistinctEntries<V> {
    StateSet(StateObject owner, FieldSpec field) {
        super(owner, field);
    }
}
