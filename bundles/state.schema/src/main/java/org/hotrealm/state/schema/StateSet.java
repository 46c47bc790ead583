package org.hotrealm.state.schema;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A set of objects (by identity) or plain values (by equality), in the order in which they were added.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public final class StateSet<V> extends StateEntries<V> {
    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    StateSet(StateObject owner, FieldSpec field) {
        super(owner, field);
    }

    @Override
    Collection<Entry> entries() {
        return entries.values();
    }

    @Override
    void restore(Entry entry) {
        entries.put(entry.value, entry);
    }

    @Override
    public boolean add(V value) {
        check(value);
        if (entries.containsKey(value)) {
            return false;
        }
        Entry entry = new Entry(value);
        entries.put(value, entry);
        list(entry);
        return true;
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
