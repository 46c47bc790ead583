package org.hotrealm.state.schema;

import java.util.Arrays;
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
        graph.record.touch(node);
        writeTo(node.deltaOpen ? open : closed);
        node.deltaFrom = out.at;
        if (node instanceof StateObject object) {
            object.takeInColumns();
            if ((object.dirty & ~object.type.plain) == 0) {
                plain(object);
            } else {
                object(object);
            }
        } else if (node instanceof StateMap<?> map) {
            EntryDelta.encode(graph, ops, map);
        } else if (node instanceof StateArray<?> array) {
            ArrayDelta.encode(graph, ops, array, legacy);
        } else if (node instanceof StateEntries<?> bag) {
            EntryDelta.encode(graph, ops, bag);
        }
        index(node);
    }

    /** Tells views where the difference lies, and whether it is all there is to tell. */
    private void index(StateNode node) {
        if (node.deltaOpen || !graph.record.hasTags) {
            return;
        }
        long piece = node.deltaFrom == node.deltaTo ? 0 : Pieces.piece(node.deltaFrom, node.deltaTo);
        boolean plain = node instanceof StateObject object
                && object.groupsTo == 0
                && object.columns == null
                && object.structureTick != graph.tick;
        graph.pieces.at[node.number] = plain ? piece : piece | Pieces.SPECIAL;
    }

    private void object(StateObject object) {
        StateType type = object.type;
        long changed = object.dirty & ~type.unpatched;
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
        object.tookInColumns();
    }

    /** As {@link #object}, where only values of some bits changed: what nearly all changes of nearly all ticks are. */
    private void plain(StateObject object) {
        StateType type = object.type;
        out.need(type.plainRoom);
        byte[] bytes = out.bytes;
        bytes[out.at] = (byte) OpWriter.SWITCH;
        int start = ByteWriter.count(bytes, out.at + 1, object.refId);
        int at = start;
        long present = object.present;
        for (long left = object.dirty; left != 0; left &= left - 1) {
            FieldSpec field = type.fields[Long.numberOfTrailingZeros(left)];
            if (!valueChanged(object, field)) {
                continue;
            }
            if ((present & field.bit) == 0) {
                bytes[at++] = (byte) (OpWriter.DELETE | field.wire);
                continue;
            }
            bytes[at++] = (byte) (OpWriter.ADD | field.wire);
            at = out.value(field.width, object.bits(field), at);
        }
        out.at = at == start ? object.deltaFrom : at;
        object.deltaTo = out.at;
        object.dirty = 0;
        object.tookInColumns();
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
            return object.sentBits(field) != object.bits(field);
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
        object.links.groupsFrom = groupsEnd;
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
}
