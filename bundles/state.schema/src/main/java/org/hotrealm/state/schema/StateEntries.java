package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * A collection without keys, whose entries clients know by number.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public abstract sealed class StateEntries<V> extends StateContainer implements Iterable<V>
        permits DistinctEntries, StateCollection {
    /** One entry. */
    static final class Entry {
        final Object value;
        int index = -1;
        /** Whether clients know it. */
        boolean sent;
        /** Whether it is in the collection. */
        boolean live = true;
        /** Whether it is on the list of changes. */
        boolean listed;
        /** In streams: the higher, the sooner. */
        int priority;

        Entry(Object value) {
            this.value = value;
        }
    }

    /** Entries changed since the last tick. */
    final List<Entry> changes = new ArrayList<>();

    int nextIndex;

    StateEntries(StateObject owner, FieldSpec field) {
        super(owner, field);
    }

    /** The entries in the order in which they were added. */
    abstract Collection<Entry> entries();

    /** Puts an entry in without further checks. */
    abstract void restore(Entry entry);

    /**
     * Adds an entry.
     *
     * @return false when it is a set that has it already
     * @throws IllegalArgumentException when the field cannot hold the value
     */
    public abstract boolean add(V value);

    /** Removes one entry; false when there is none. */
    public abstract boolean remove(V value);

    /** Whether there is an equal entry. */
    public abstract boolean contains(V value);

    @Override
    public final int size() {
        return entries().size();
    }

    @Override
    public final void clear() {
        List<Entry> all = new ArrayList<>(entries());
        entries().clear();
        for (Entry entry : all) {
            entry.live = false;
            list(entry);
        }
    }

    final void list(Entry entry) {
        if (encoder != null && !entry.listed) {
            noteChange();
            entry.listed = true;
            changes.add(entry);
        }
    }

    @Override
    public final Iterator<V> iterator() {
        Iterator<Entry> inner = entries().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return inner.hasNext();
            }

            @Override
            @SuppressWarnings("unchecked")
            public V next() {
                return (V) inner.next().value;
            }
        };
    }

    @Override
    final Iterable<Object> contents() {
        return entries().stream().map(entry -> entry.value).toList();
    }

    @Override
    final void sentObjects(NodeList into) {
        for (Entry entry : entries()) {
            addSent(entry, into);
        }
        for (Entry entry : changes) {
            if (!entry.live) {
                addSent(entry, into);
            }
        }
    }

    private static void addSent(Entry entry, NodeList into) {
        if (entry.sent && entry.value instanceof StateNode node) {
            into.add(node);
        }
    }

    @Override
    final void changedChildren(NodeList into) {
        if (field.target == null) {
            return;
        }
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).live && changes.get(i).value instanceof StateNode child) {
                into.add(child);
            }
        }
    }

    /** The changes among which are the entries to be told now. */
    List<Entry> due() {
        return changes;
    }

    /** After a tick: what has been told is no change any more. */
    void forgetTold() {
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).listed = false;
        }
        changes.clear();
        dirty = false;
    }

    @Override
    void settleContents() {
        dirty = false;
        changes.clear();
        for (Entry entry : entries()) {
            entry.listed = false;
            entry.sent = true;
            if (entry.index < 0) {
                entry.index = nextIndex++;
            }
        }
    }
}
