package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/**
 * A collection in a field of an object. It lives only there: it cannot be shared or moved, and assigning the field makes
 * a new, empty one.
 */
public abstract sealed class StateContainer extends StateNode permits StateArray, StateMap, StateEntries {
    final StateObject owner;
    final FieldSpec field;
    /** Whether a change waits for the next tick. */
    boolean dirty;

    StateContainer(StateObject owner, FieldSpec field) {
        this.owner = owner;
        this.field = field;
    }

    static StateContainer create(StateObject owner, FieldSpec field) {
        return switch (field.kind) {
            case MAP -> new StateMap<>(owner, field);
            case ARRAY -> new StateArray<>(owner, field);
            case SET -> new StateSet<>(owner, field);
            case STREAM -> new StateStream(owner, field);
            case COLLECTION -> new StateCollection<>(owner, field);
            default -> throw new IllegalArgumentException("Field '" + field.name + "' is no collection");
        };
    }

    /** How many entries it has. */
    public abstract int size();

    /** Whether it has no entry. */
    public final boolean isEmpty() {
        return size() == 0;
    }

    /** Removes every entry. */
    public abstract void clear();

    /** The entries as they are now, objects or plain values, in order. */
    abstract Iterable<Object> contents();

    final void check(@Nullable Object value) {
        String where = "Field '" + field.name + "'";
        if (value == null) {
            throw new IllegalArgumentException(
                    where + ": a " + field.kind.wireName + " cannot hold null; remove the entry instead");
        }
        if (field.element != null) {
            Primitive.of(field.element).check(value, where);
        } else if (value instanceof StateObject object && field.target != null) {
            if (!field.accepts(object.type)) {
                throw Errors.wrongType(where, field.target, object.type);
            }
            requireSameState(object, where);
            requireNoLoop(owner, object, where);
        } else {
            throw new IllegalArgumentException(
                    where + " holds objects, not " + value.getClass().getSimpleName());
        }
    }

    /** Tells the encoder once a tick, before the first change. */
    final void noteChange() {
        StateEncoder listener = encoder;
        if (listener != null && !dirty) {
            dirty = true;
            beforeFirstChange();
            listener.changed(this);
            if (field.target != null) {
                listener.restructured(this);
            }
        }
    }

    void beforeFirstChange() {}

    /** Adds the objects among the entries as last sent. */
    abstract void sentObjects(NodeList into);

    @Override
    final void openChildren(NodeList into) {
        if (field.target != null && !field.gatesEntries()) {
            sentObjects(into);
        }
    }

    @Override
    final void gatedChildren(NodeList into) {
        if (field.gatesEntries()) {
            sentObjects(into);
        }
    }

    @Override
    final void currentChildren(NodeList into) {
        for (Object value : contents()) {
            if (value instanceof StateNode child) {
                into.add(child);
            }
        }
    }

    @Override
    public final String toString() {
        return field.kind.wireName + Plain.of(this);
    }
}
