package org.hotrealm.state.schema;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An array of objects or plain values without gaps; an object may stand in it more than once.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public final class StateArray<V> extends StateContainer implements Iterable<V> {
    private static final @Nullable Object[] NONE = {};

    @Nullable
    Object[] items = NONE;

    int size;
    /** What clients have, while {@link #dirty}. */
    @Nullable
    Object[] sent = NONE;

    int sentSize;
    /** The difference for clients that only know how to append; see {@link StateNode#deltaFrom}. */
    int legacyFrom;

    int legacyTo;

    StateArray(StateObject owner, FieldSpec field) {
        super(owner, field);
    }

    @Override
    public int size() {
        return size;
    }

    /**
     * The value at a position.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    @SuppressWarnings("unchecked")
    public V get(int index) {
        Objects.checkIndex(index, size);
        return (V) Objects.requireNonNull(items[index], "arrays have no gaps");
    }

    /** Replaces the value at a position, or appends when {@code index} is the size. */
    public void set(int index, V value) {
        if (index == size) {
            add(value);
            return;
        }
        Objects.checkIndex(index, size);
        if (!Objects.equals(value, items[index])) {
            check(value);
            noteChange();
            items[index] = value;
        }
    }

    /** Appends a value. */
    public void add(V value) {
        add(size, value);
    }

    /** Inserts a value before the one at {@code index}. */
    public void add(int index, V value) {
        Objects.checkIndex(index, size + 1);
        check(value);
        noteChange();
        if (size == items.length) {
            items = Arrays.copyOf(items, Math.max(8, size * 2));
        }
        System.arraycopy(items, index, items, index + 1, size - index);
        items[index] = value;
        size++;
    }

    /** Removes the value at a position and closes the gap. */
    public V removeAt(int index) {
        V value = get(index);
        noteChange();
        System.arraycopy(items, index + 1, items, index, size - index - 1);
        items[--size] = null;
        return value;
    }

    /** Removes the first equal value; false when there is none. */
    public boolean remove(V value) {
        int index = indexOf(value);
        if (index >= 0) {
            removeAt(index);
        }
        return index >= 0;
    }

    /** Position of the first equal value, or −1. */
    public int indexOf(V value) {
        for (int i = 0; i < size; i++) {
            if (value.equals(items[i])) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void clear() {
        if (size > 0) {
            noteChange();
            Arrays.fill(items, 0, size, null);
            size = 0;
        }
    }

    /** Exchanges two values. */
    public void swap(int a, int b) {
        V first = get(a);
        V second = get(b);
        if (a != b) {
            noteChange();
            items[a] = second;
            items[b] = first;
        }
    }

    /** Turns the order round. */
    public void reverse() {
        Collections.reverse(asList());
    }

    /** Brings the values into order; equal ones keep theirs. */
    public void sort(Comparator<? super V> order) {
        asList().sort(order);
    }

    private List<V> asList() {
        return new AbstractList<>() {
            @Override
            public V get(int index) {
                return StateArray.this.get(index);
            }

            @Override
            public V set(int index, V value) {
                V before = StateArray.this.get(index);
                StateArray.this.set(index, value);
                return before;
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @Override
    public Iterator<V> iterator() {
        return asList().iterator();
    }

    @Override
    void beforeFirstChange() {
        sent = Arrays.copyOf(items, size);
        sentSize = size;
    }

    @Override
    @SuppressWarnings("unchecked")
    Iterable<Object> contents() {
        return (List<Object>) asList();
    }

    @Override
    void sentObjects(NodeList into) {
        @Nullable Object[] known = dirty ? sent : items;
        int count = dirty ? sentSize : size;
        for (int i = 0; i < count; i++) {
            if (known[i] instanceof StateNode node) {
                into.add(node);
            }
        }
    }

    @Override
    void changedChildren(NodeList into) {
        for (int i = 0; field.target != null && i < size; i++) {
            if (items[i] instanceof StateNode child) {
                into.add(child);
            }
        }
    }

    @Override
    void settleContents() {
        dirty = false;
        sent = NONE;
        sentSize = 0;
    }
}
