package org.hotrealm.state.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What holds each value once, in the order of adding.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
abstract sealed class DistinctEntries<V> extends StateEntries<V> permits StateSet, StateStream {
    final Map<Object, Entry> entries = new LinkedHashMap<>();

    DistinctEntries(StateObject owner, FieldSpec field) {
        super(owner, field);
    }

    @Override
    final Collection<Entry> entries() {
        return entries.values();
    }

    @Override
    final void restore(Entry entry) {
        entries.put(entry.value, entry);
    }

    /** Adds a value of this priority; false when it is there already, and its priority stays. */
    final boolean put(V value, int priority) {
        check(value);
        if (entries.containsKey(value)) {
            return false;
        }
        Entry entry = new Entry(value);
        entry.priority = priority;
        entries.put(value, entry);
        list(entry);
        return true;
    }

    @Override
    public boolean add(V value) {
        return put(value, 0);
    }

    @Override
    public boolean remove(V value) {
        Entry entry = entries.remove(value);
        if (entry == null) {
            return false;
        }
        entry.live = false;
        list(entry);
        return true;
    }

    @Override
    public boolean contains(V value) {
        return entries.containsKey(value);
    }
}
