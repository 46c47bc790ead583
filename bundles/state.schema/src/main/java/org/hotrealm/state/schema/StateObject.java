package org.hotrealm.state.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object with the fields of its {@link StateType}; read and changed through the field constants of the type.
 *
 * <p>Belongs to the room: one thread at a time. Outside a state changes cost nothing but the store; inside, a setter
 * notes what changed first so that the next tick sends the net difference.
 */
public final class StateObject extends StateNode {
    private static final long[] NO_BITS = {};
    private static final @Nullable Object[] NO_REFS = {};

    final StateType type;
    /** Values first, then what clients have of them, for the fields marked in {@link #dirty}: side by side in memory. */
    final long[] bits;

    final @Nullable Object[] references;
    /** What clients have, for the fields marked in {@link #dirty}. */
    @Nullable
    Object[] sentRefs = NO_REFS;

    /** Where some of its values lie instead, and in which row. */
    @Nullable
    StateColumns columns;

    int row;

    long present;
    long sentPresent;
    long dirty;

    StateObject(StateType type) {
        this.type = type;
        this.bits = type.bitSlots == 0 ? NO_BITS : new long[type.bitSlots * 2];
        this.references = type.refSlots == 0 ? NO_REFS : new Object[type.refSlots];
    }

    /** The type it was created from. */
    public StateType type() {
        return type;
    }

    /** Whether it is part of a state as of the last tick. */
    public boolean isInState() {
        return encoder != null;
    }

    /** All set fields by name, collections as lists and maps: a detached copy for tools and tests. */
    public Map<String, Object> toMap() {
        return Plain.of(this);
    }

    boolean isSet(FieldSpec field) {
        return (present & field.bit) != 0;
    }

    long bits(FieldSpec field) {
        StateColumns in = columns;
        return in == null || !in.holds(field) ? bits[field.slot] : in.store.bits(row, field);
    }

    /** What clients have of a value, of one that they are told of. */
    long sentBits(FieldSpec field) {
        StateColumns in = columns;
        if (in != null && in.holds(field)) {
            return in.store.sent(row, field);
        }
        return bits[(dirty & field.bit) == 0 ? field.slot : type.bitSlots + field.slot];
    }

    /** Before the rest of its difference is encoded: what changed in its row belongs to it. */
    void takeInColumns() {
        StateColumns in = columns;
        if (in != null && in.isWatched(row)) {
            long changed = in.store.changed(row) & ~dirty;
            sentPresent |= changed;
            dirty |= changed;
        }
    }

    /** After that. */
    void tookInColumns() {
        StateColumns in = columns;
        if (in != null && in.isWatched(row)) {
            in.store.settle(row);
        }
    }

    @Nullable
    Object reference(FieldSpec field) {
        return references[field.slot];
    }

    void setBits(FieldSpec field, long value) {
        StateColumns in = columns;
        if (in != null && in.holds(field)) {
            in.store.set(row, field, value);
            return;
        }
        long bit = field.bit;
        if ((present & bit) != 0 && bits[field.slot] == value) {
            return;
        }
        requireSettable(field);
        noteBits(field);
        bits[field.slot] = value;
        present |= bit;
    }

    void setText(FieldSpec field, String value) {
        if (!value.equals(references[field.slot])) {
            setReference(field, value);
        }
    }

    void setObject(FieldSpec field, StateObject value) {
        if (references[field.slot] == value) {
            return;
        }
        String where = "Field '" + field.name + "'";
        if (field.target != null && !field.accepts(value.type)) {
            throw Errors.wrongType(where, field.target, value.type);
        }
        requireSameState(value, where);
        requireNoLoop(this, value, where);
        setReference(field, value);
    }

    /** A collection is never shared or moved: each assignment makes a new, empty one. */
    StateContainer renewContainer(FieldSpec field) {
        StateContainer container = StateContainer.create(this, field);
        setReference(field, container);
        return container;
    }

    void setReference(FieldSpec field, Object value) {
        requireSettable(field);
        noteReference(field);
        references[field.slot] = value;
        present |= field.bit;
    }

    private static void requireSettable(FieldSpec field) {
        if (field.delivery == Delivery.DEPRECATED) {
            throw new IllegalStateException("Field '" + field.name
                    + "' is deprecated: it keeps its number and nothing else; use the field that took its place");
        }
    }

    void unset(FieldSpec field) {
        if ((present & field.bit) == 0) {
            return;
        }
        if (columns != null && columns.holds(field)) {
            throw new IllegalStateException(
                    "Field '" + field.name + "' lies in a column, where it always has a value; release the row first");
        }
        if (field.inBits) {
            noteBits(field);
            bits[field.slot] = 0;
        } else {
            noteReference(field);
            references[field.slot] = null;
        }
        present &= ~field.bit;
    }

    private void noteBits(FieldSpec field) {
        if (encoder == null || (dirty & field.bit) != 0 || field.wire < 0 || unheard()) {
            return;
        }
        bits[type.bitSlots + field.slot] = bits[field.slot];
        markDirty(field.bit);
    }

    private void noteReference(FieldSpec field) {
        if (encoder == null || (dirty & field.bit) != 0 || field.wire < 0 || (!field.leads() && unheard())) {
            return;
        }
        if (sentRefs.length == 0) {
            sentRefs = new Object[references.length];
        }
        sentRefs[field.slot] = references[field.slot];
        if (field.leads() && (dirty & type.leading) == 0) {
            encoder.restructured(this);
        }
        markDirty(field.bit);
    }

    /** A change of values that no client has needs no note: whoever gets to see the object gets it as a whole. */
    private boolean unheard() {
        if (isWatched()) {
            return false;
        }
        fullTick = -1;
        return true;
    }

    private void markDirty(long bit) {
        StateEncoder listener = encoder;
        if (dirty == 0 && listener != null) {
            listener.changed(this);
        }
        sentPresent = (sentPresent & ~bit) | (present & bit);
        dirty |= bit;
    }

    /** The reference clients have, or null. */
    @Nullable
    Object sentReference(FieldSpec field) {
        return (dirty & field.bit) != 0 ? sentRefs[field.slot] : references[field.slot];
    }

    @Override
    void openChildren(NodeList into) {
        children(into, type.leading & ~type.tagged);
    }

    @Override
    void gatedChildren(NodeList into) {
        children(into, type.leading & type.tagged);
    }

    private void children(NodeList into, long fields) {
        for (long left = fields; left != 0; left &= left - 1) {
            FieldSpec field = type.fields[Long.numberOfTrailingZeros(left)];
            if (sentReference(field) instanceof StateNode child) {
                into.add(child);
            }
        }
    }

    @Override
    void currentChildren(NodeList into) {
        for (long left = type.leading; left != 0; left &= left - 1) {
            FieldSpec field = type.fields[Long.numberOfTrailingZeros(left)];
            if (references[field.slot] instanceof StateNode child) {
                into.add(child);
            }
        }
    }

    @Override
    void changedChildren(NodeList into) {
        for (long left = type.leading & dirty; left != 0; left &= left - 1) {
            FieldSpec field = type.fields[Long.numberOfTrailingZeros(left)];
            if (references[field.slot] instanceof StateNode child) {
                into.add(child);
            }
        }
    }

    @Override
    void settleContents() {
        dirty = 0;
    }

    @Override
    void watchersChanged() {
        if (columns != null) {
            columns.watch(this);
        }
    }

    @Override
    void entered(StateEncoder by) {
        if (columns != null) {
            columns.requireEncoder(by);
            columns.enter(this, by);
            columns.watch(this);
        }
    }

    @Override
    void left() {
        if (columns != null) {
            columns.leave(this);
        }
    }

    @Override
    public String toString() {
        return type.name() + toMap();
    }
}
