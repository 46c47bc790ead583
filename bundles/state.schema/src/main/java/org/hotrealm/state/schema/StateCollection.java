package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A bag of objects or plain values, duplicates allowed, in the order in which they were added.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public final class StateCollection<V> extends StateEntries<V> {
    private final List<Entry> entries = new ArrayList<>();

    StateCollection(StateObject owner, FieldSpec field) {
        super(owner, field);
    }

    @Override
    Collection<Entry> entries() {
        return entries;
    }

    @Override
    void restore(Entry entry) {
        entries.add(entry);
    }

    @Override
    public boolean add(V value) {
        check(value);
        Entry entry = new Entry(value);
        entries.add(entry);
        list(entry);
        return true;
    }

    @Override
    public boolean remove(V value) {
        int at = find(value);
        if (at < 0) {
            return false;
        }
        Entry entry = entries.remove(at);
        entry.live = false;
        list(entry);
        return true;
    }

    @Override
    public boolean contains(V value) {
        return find(value) >= 0;
    }

    private int find(Object value) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).value.equals(value)) {
                return i;
            }
        }
        return -1;
    }
}
