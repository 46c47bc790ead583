package org.hotrealm.state.schema;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map from text to objects or plain values, in the order in which keys were added.
 *
 * <p>Keys and values may be walked on the room's thread; a change during a walk ends it with a
 * {@link java.util.ConcurrentModificationException}.
 *
 * @param <V> {@link StateObject}, or the Java type of the {@link Primitive}
 */
public final class StateMap<V> extends StateContainer {
    final Map<String, MapEntry> entries = new LinkedHashMap<>();
    /** Entries changed since the last tick. */
    final List<MapEntry> changes = new ArrayList<>();
    /** Entries that clients know and the map has lost since the last tick. */
    final Map<String, MapEntry> lost = new HashMap<>();

    int nextIndex;

    StateMap(StateObject owner, FieldSpec field) {
        super(owner, field);
    }

    @Override
    public int size() {
        return entries.size();
    }

    /** The value of a key, or null. */
    @SuppressWarnings("unchecked")
    public @Nullable V get(String key) {
        MapEntry entry = entries.get(key);
        return entry == null ? null : (V) entry.value;
    }

    /** Whether the key has a value. */
    public boolean containsKey(String key) {
        return entries.containsKey(key);
    }

    /**
     * Sets the value of a key; nothing happens when it is the same already.
     *
     * @throws IllegalArgumentException when the field cannot hold the value
     */
    public void put(String key, V value) {
        Objects.requireNonNull(key, "key");
        check(value);
        MapEntry entry = entries.get(key);
        if (entry == null) {
            MapEntry known = lost.remove(key);
            entry = known == null ? new MapEntry(key) : known;
            entries.put(key, entry);
        } else if (value.equals(entry.value)) {
            return;
        }
        entry.value = value;
        list(entry);
    }

    /** Takes a key away; the value it had, or null. */
    @SuppressWarnings("unchecked")
    public @Nullable V remove(String key) {
        MapEntry entry = entries.remove(key);
        if (entry == null) {
            return null;
        }
        Object value = entry.value;
        lose(entry);
        return (V) value;
    }

    @Override
    public void clear() {
        for (MapEntry entry : entries.values()) {
            lose(entry);
        }
        entries.clear();
    }

    private void lose(MapEntry entry) {
        entry.value = null;
        if (encoder != null && entry.sent != null) {
            lost.put(entry.key, entry);
        }
        list(entry);
    }

    private void list(MapEntry entry) {
        if (encoder != null && !entry.listed) {
            noteChange();
            entry.listed = true;
            changes.add(entry);
        }
    }

    /** The keys, as a view that cannot be changed. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /** The values, as a view that cannot be changed. */
    public Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return valueIterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    private Iterator<V> valueIterator() {
        Iterator<MapEntry> inner = entries.values().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return inner.hasNext();
            }

            @Override
            @SuppressWarnings("unchecked")
            public V next() {
                return (V) Objects.requireNonNull(inner.next().value, "entries of a map have values");
            }
        };
    }

    /** Calls the action with every key and value. */
    @SuppressWarnings("unchecked")
    public void forEach(BiConsumer<? super String, ? super V> action) {
        for (MapEntry entry : entries.values()) {
            action.accept(entry.key, (V) Objects.requireNonNull(entry.value, "entries of a map have values"));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    Iterable<Object> contents() {
        return (Collection<Object>) values();
    }

    @Override
    void sentObjects(NodeList into) {
        for (MapEntry entry : entries.values()) {
            if (entry.sent instanceof StateNode node) {
                into.add(node);
            }
        }
        for (MapEntry entry : lost.values()) {
            if (entry.sent instanceof StateNode node) {
                into.add(node);
            }
        }
    }

    @Override
    void changedChildren(NodeList into) {
        if (field.target == null) {
            return;
        }
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).value instanceof StateNode child) {
                into.add(child);
            }
        }
    }

    @Override
    void settleContents() {
        dirty = false;
        changes.clear();
        lost.clear();
        for (MapEntry entry : entries.values()) {
            entry.listed = false;
            entry.sent = entry.value;
            if (entry.index < 0) {
                entry.index = nextIndex++;
            }
        }
    }
}
