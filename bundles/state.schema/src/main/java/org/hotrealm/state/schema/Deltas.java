package org.hotrealm.state.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Encodes, once a tick, what changed in a node, and tells the graph which places were taken and left. */
final class Deltas {
    private final Graph graph;
    private final OpWriter open;
    private final OpWriter closed;
    /** Where the present node's difference goes. */
    private OpWriter ops;

    private ByteWriter out;
    /** Triples: number of the tag, from, to. */
    int[] groups = new int[48];

    int groupsEnd;

    /** Differences of what every client saw before go to {@code open}, all others to {@code closed}. */
    Deltas(Graph graph, OpWriter open, OpWriter closed) {
        this.graph = graph;
        this.open = open;
        this.closed = closed;
        this.ops = closed;
        this.out = closed.out;
    }

    private void writeTo(OpWriter target) {
        ops = target;
        out = target.out;
    }

    void beginTick() {
        groupsEnd = 0;
    }

    void encode(StateNode node, boolean legacy) {
        graph.touch(node);
        writeTo(node.deltaOpen ? open : closed);
        node.deltaFrom = out.at;
        if (node instanceof StateObject object) {
            object(object);
        } else if (node instanceof StateMap<?> map) {
            map(map);
        } else if (node instanceof StateArray<?> array) {
            ArrayDelta.encode(graph, ops, array, legacy);
        } else if (node instanceof StateEntries<?> bag) {
            entries(bag);
        }
    }

    private void object(StateObject object) {
        StateType type = object.type;
        long changed = object.dirty;
        ops.switchTo(object);
        int start = out.at;
        for (long left = changed & ~type.tagged; left != 0; left &= left - 1) {
            field(object, type.fields[Long.numberOfTrailingZeros(left)]);
        }
        closeDelta(object, start);
        long hidden = changed & type.tagged;
        if (hidden != 0) {
            tagged(object, hidden);
        }
        object.dirty = 0;
        if (type.refSlots > 0 && object.sentRefs.length > 0) {
            Arrays.fill(object.sentRefs, null);
        }
    }

    private void closeDelta(StateNode node, int start) {
        if (out.at == start) {
            out.at = node.deltaFrom;
        }
        node.deltaTo = out.at;
    }

    private void field(StateObject object, FieldSpec field) {
        if (field.leads()) {
            leadingField(object, field);
        } else if (valueChanged(object, field)) {
            valueOp(object, field);
        }
    }

    private void valueOp(StateObject object, FieldSpec field) {
        if ((object.present & field.bit) == 0) {
            ops.fieldOp(OpWriter.DELETE, field);
        } else {
            ops.fieldOp(OpWriter.ADD, field);
            ops.fieldValue(object, field);
        }
    }

    private static boolean valueChanged(StateObject object, FieldSpec field) {
        boolean was = (object.sentPresent & field.bit) != 0;
        boolean is = (object.present & field.bit) != 0;
        if (!was || !is) {
            return was != is;
        }
        if (field.inBits) {
            return object.bits[object.type.bitSlots + field.slot] != object.bits[field.slot];
        }
        Object before = object.sentRefs[field.slot];
        return before == null || !before.equals(object.references[field.slot]);
    }

    private void leadingField(StateObject object, FieldSpec field) {
        Object before = object.sentRefs[field.slot];
        Object now = object.references[field.slot];
        if (Objects.equals(before, now)) {
            return;
        }
        replaceChild(object, field, before, now);
        if (now == null) {
            ops.fieldOp(OpWriter.DELETE, field);
        } else {
            ops.fieldOp(before == null ? OpWriter.ADD : OpWriter.DELETE_AND_ADD, field);
            ops.fieldValue(object, field);
        }
    }

    private void replaceChild(StateObject object, FieldSpec field, @Nullable Object before, @Nullable Object now) {
        if (now instanceof StateNode child) {
            graph.addField(object, field, child);
        }
        if (before instanceof StateNode child) {
            graph.removeField(object, field, child);
        }
    }

    /** Values of one tag travel together; what leads on is shown place by place. */
    private void tagged(StateObject object, long hidden) {
        writeTo(closed);
        object.groupsFrom = groupsEnd;
        for (int group = 0; group < object.type.valueTags.length; group++) {
            int from = out.at;
            ops.switchTo(object);
            int start = out.at;
            for (long left = hidden; left != 0; left &= left - 1) {
                FieldSpec field = object.type.fields[Long.numberOfTrailingZeros(left)];
                if (field.tag == object.type.valueTags[group] && !field.leads() && valueChanged(object, field)) {
                    valueOp(object, field);
                }
            }
            if (out.at == start) {
                out.at = from;
            } else {
                addGroup(group, from, out.at);
            }
        }
        object.groupsTo = groupsEnd;
        for (long left = hidden & object.type.leading; left != 0; left &= left - 1) {
            FieldSpec field = object.type.fields[Long.numberOfTrailingZeros(left)];
            Object before = object.sentRefs[field.slot];
            Object now = object.references[field.slot];
            if (!Objects.equals(before, now)) {
                replaceChild(object, field, before, now);
            }
        }
    }

    private void addGroup(int group, int from, int to) {
        if (groupsEnd == groups.length) {
            groups = Arrays.copyOf(groups, groupsEnd * 2);
        }
        groups[groupsEnd++] = group;
        groups[groupsEnd++] = from;
        groups[groupsEnd++] = to;
    }

    private void map(StateMap<?> map) {
        boolean gated = map.field.gatesEntries();
        ops.switchTo(map);
        int start = out.at;
        if (map.entries.isEmpty() && !map.lost.isEmpty()) {
            out.u8(OpWriter.CLEAR);
            map.changes.forEach(entry -> removeEntry(map, entry, gated));
        } else {
            writeMap(map, gated);
        }
        if (gated) {
            out.at = start;
        }
        closeDelta(map, start);
        for (MapEntry entry : map.changes) {
            entry.listed = false;
            entry.sent = entry.value;
        }
        map.changes.clear();
        map.lost.clear();
        map.dirty = false;
    }

    private void writeMap(StateMap<?> map, boolean gated) {
        List<MapEntry> changes = map.changes;
        for (int i = 0; i < changes.size(); i++) {
            MapEntry entry = changes.get(i);
            if (entry.value == null && entry.sent != null) {
                out.u8(OpWriter.DELETE);
                out.number(entry.index);
                removeEntry(map, entry, gated);
            }
        }
        for (int i = 0; i < changes.size(); i++) {
            MapEntry entry = changes.get(i);
            Object value = entry.value;
            if (value != null && !value.equals(entry.sent)) {
                putEntry(map, entry, value, gated);
            }
        }
    }

    private void putEntry(StateMap<?> map, MapEntry entry, Object value, boolean gated) {
        Object before = entry.sent;
        if (before == null) {
            entry.index = map.nextIndex++;
        }
        if (gated) {
            graph.addEntry(map, value, entry.index, entry.key);
        } else if (value instanceof StateNode child) {
            graph.addOpen(map, child);
        }
        if (before != null) {
            removeEntry(map, entry, gated);
        }
        boolean plainChange = before != null && map.field.element != null;
        out.u8(before == null ? OpWriter.ADD : plainChange ? OpWriter.REPLACE : OpWriter.DELETE_AND_ADD);
        out.number(entry.index);
        if (!plainChange) {
            out.string(entry.key);
        }
        ops.entryValue(map.field, value);
    }

    private void removeEntry(StateMap<?> map, MapEntry entry, boolean gated) {
        if (entry.sent instanceof StateNode child) {
            if (gated) {
                graph.removeGate(map, child, entry.index);
            } else {
                graph.removeOpen(map, child);
            }
        }
    }

    private void entries(StateEntries<?> bag) {
        boolean gated = bag.field.gatesEntries();
        ops.switchTo(bag);
        int start = out.at;
        boolean cleared = bag.size() == 0;
        for (StateEntries.Entry entry : bag.changes) {
            if (entry.sent && !entry.live) {
                if (!cleared) {
                    out.u8(OpWriter.DELETE);
                    out.number(entry.index);
                }
                dropEntry(bag, entry, gated);
            }
        }
        if (cleared && bag.changes.stream().anyMatch(entry -> entry.sent)) {
            out.u8(OpWriter.CLEAR);
        }
        for (StateEntries.Entry entry : bag.changes) {
            if (entry.live && !entry.sent) {
                putEntry(bag, entry, gated);
            }
        }
        if (gated) {
            out.at = start;
        }
        closeDelta(bag, start);
        for (StateEntries.Entry entry : bag.changes) {
            entry.listed = false;
            entry.sent = entry.live;
        }
        bag.changes.clear();
        bag.dirty = false;
    }

    private void putEntry(StateEntries<?> bag, StateEntries.Entry entry, boolean gated) {
        entry.index = bag.nextIndex++;
        if (gated) {
            graph.addEntry(bag, entry.value, entry.index, null);
        } else if (entry.value instanceof StateNode child) {
            graph.addOpen(bag, child);
        }
        out.u8(OpWriter.ADD);
        out.number(entry.index);
        ops.entryValue(bag.field, entry.value);
    }

    private void dropEntry(StateEntries<?> bag, StateEntries.Entry entry, boolean gated) {
        if (entry.value instanceof StateNode child) {
            if (gated) {
                graph.removeGate(bag, child, entry.index);
            } else {
                graph.removeOpen(bag, child);
            }
        }
    }
}
