package org.hotrealm.state.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The difference of a map, a set or a bag: what left, then what came or changed. */
final class EntryDelta {
    private final Graph graph;
    private final OpWriter ops;
    private final ByteWriter out;
    /** Entries that are shown to each viewer one by one are only counted; views write them. */
    private final boolean gated;

    private EntryDelta(Graph graph, OpWriter ops, StateContainer container) {
        this.graph = graph;
        this.ops = ops;
        this.out = ops.out;
        this.gated = container.field.gatesEntries();
    }

    static void encode(Graph graph, OpWriter ops, StateMap<?> map) {
        new EntryDelta(graph, ops, map).map(map);
    }

    static void encode(Graph graph, OpWriter ops, StateEntries<?> bag) {
        new EntryDelta(graph, ops, bag).entries(bag);
    }

    private void close(StateContainer container, int start) {
        if (gated || out.at == start) {
            out.at = container.deltaFrom;
        }
        container.deltaTo = out.at;
    }

    private void add(StateContainer holder, StateNode child, int index, @Nullable String key) {
        if (gated) {
            graph.addEntry(holder, child, index, key);
        } else {
            graph.addOpen(holder, child);
        }
    }

    private void remove(StateContainer holder, StateNode child, int index) {
        if (gated) {
            graph.removeGate(holder, child, index);
        } else {
            graph.removeOpen(holder, child);
        }
    }

    private void map(StateMap<?> map) {
        ops.switchTo(map);
        int start = out.at;
        if (map.entries.isEmpty() && !map.lost.isEmpty()) {
            out.u8(OpWriter.CLEAR);
            map.changes.forEach(entry -> removeEntry(map, entry));
        } else {
            writeMap(map);
        }
        close(map, start);
        for (MapEntry entry : map.changes) {
            entry.listed = false;
            entry.sent = entry.value;
        }
        map.changes.clear();
        map.lost.clear();
        map.dirty = false;
    }

    private void writeMap(StateMap<?> map) {
        List<MapEntry> changes = map.changes;
        for (int i = 0; i < changes.size(); i++) {
            MapEntry entry = changes.get(i);
            if (entry.value == null && entry.sent != null) {
                out.u8(OpWriter.DELETE);
                out.number(entry.index);
                removeEntry(map, entry);
            }
        }
        for (int i = 0; i < changes.size(); i++) {
            MapEntry entry = changes.get(i);
            Object value = entry.value;
            if (value != null && !value.equals(entry.sent)) {
                putEntry(map, entry, value);
            }
        }
    }

    private void putEntry(StateMap<?> map, MapEntry entry, Object value) {
        Object before = entry.sent;
        if (before == null) {
            entry.index = map.nextIndex++;
        }
        if (value instanceof StateNode child) {
            add(map, child, entry.index, entry.key);
        }
        if (before != null) {
            removeEntry(map, entry);
        }
        boolean plainChange = before != null && map.field.element != null;
        out.u8(before == null ? OpWriter.ADD : plainChange ? OpWriter.REPLACE : OpWriter.DELETE_AND_ADD);
        out.number(entry.index);
        if (!plainChange) {
            out.string(entry.key);
        }
        ops.entryValue(map.field, value);
    }

    private void removeEntry(StateMap<?> map, MapEntry entry) {
        if (entry.sent instanceof StateNode child) {
            remove(map, child, entry.index);
        }
    }

    private void entries(StateEntries<?> bag) {
        ops.switchTo(bag);
        int start = out.at;
        dropEntries(bag);
        for (StateEntries.Entry entry : bag.due()) {
            if (entry.live && !entry.sent) {
                putEntry(bag, entry);
            }
        }
        close(bag, start);
        bag.forgetTold();
        graph.waiting.look(bag);
    }

    private void dropEntries(StateEntries<?> bag) {
        boolean cleared = bag.size() == 0;
        boolean anyDropped = false;
        for (StateEntries.Entry entry : bag.changes) {
            if (entry.sent && !entry.live) {
                if (!cleared) {
                    out.u8(OpWriter.DELETE);
                    out.number(entry.index);
                }
                anyDropped = true;
                dropEntry(bag, entry);
            }
        }
        if (cleared && anyDropped) {
            out.u8(OpWriter.CLEAR);
        }
    }

    private void putEntry(StateEntries<?> bag, StateEntries.Entry entry) {
        entry.index = bag.nextIndex++;
        entry.sent = true;
        if (entry.value instanceof StateNode child) {
            add(bag, child, entry.index, null);
        }
        out.u8(OpWriter.ADD);
        out.number(entry.index);
        ops.entryValue(bag.field, entry.value);
    }

    private void dropEntry(StateEntries<?> bag, StateEntries.Entry entry) {
        entry.sent = false;
        if (entry.value instanceof StateNode child) {
            remove(bag, child, entry.index);
        }
    }
}
