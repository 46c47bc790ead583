package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The difference of an array, in operations that decoders apply without ambiguity.
 *
 * <p>Plain values: overwrite the common prefix, append or cut the rest. Objects: remove by identity what left, let the
 * decoder close the gaps (it does when a structure is switched to again), put the survivors into their new order, insert
 * the new ones in ascending order.
 */
final class ArrayDelta {
    private final Graph graph;
    private final OpWriter ops;
    private final ByteWriter out;

    private ArrayDelta(Graph graph, OpWriter ops) {
        this.graph = graph;
        this.ops = ops;
        this.out = ops.out;
    }

    static void encode(Graph graph, OpWriter ops, StateArray<?> array, boolean legacy) {
        new ArrayDelta(graph, ops).encode(array, legacy);
    }

    private void encode(StateArray<?> array, boolean legacy) {
        List<Object> last = list(array.sent, array.sentSize);
        List<Object> now = list(array.items, array.size);
        if (array.field.target != null) {
            edges(array, last, now);
        }
        int from = out.at;
        if (!array.field.gatesEntries() && !last.equals(now)) {
            write(array, last, now);
        }
        array.deltaTo = out.at;
        array.legacyFrom = from;
        array.legacyTo = out.at;
        if (legacy && out.at > from) {
            array.legacyFrom = out.at;
            writeLegacy(array, last, now);
            array.legacyTo = out.at;
        }
        array.settleContents();
    }

    private static List<Object> list(@Nullable Object[] items, int size) {
        List<Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Object item = items[i];
            if (item != null) {
                list.add(item);
            }
        }
        return list;
    }

    private void edges(StateArray<?> array, List<Object> last, List<Object> now) {
        IdentityHashMap<Object, Integer> balance = new IdentityHashMap<>();
        last.forEach(value -> balance.merge(value, -1, Integer::sum));
        now.forEach(value -> balance.merge(value, 1, Integer::sum));
        boolean gated = array.field.gatesEntries();
        for (Object value : now) {
            if (gated) {
                graph.addEntry(array, value, 0, null);
            } else if (balance.getOrDefault(value, 0) > 0) {
                balance.merge(value, -1, Integer::sum);
                graph.addOpen(array, (StateNode) value);
            }
        }
        for (Object value : last) {
            if (gated) {
                if (!now.contains(value)) {
                    graph.removeGate(array, (StateNode) value, 0);
                }
            } else if (balance.getOrDefault(value, 0) < 0) {
                balance.merge(value, 1, Integer::sum);
                graph.removeOpen(array, (StateNode) value);
            }
        }
    }

    private void write(StateArray<?> array, List<Object> last, List<Object> now) {
        ops.switchTo(array);
        if (now.isEmpty()) {
            out.u8(OpWriter.CLEAR);
        } else if (array.field.element != null) {
            plain(array.field, last, now);
        } else if (startsWith(now, last)) {
            append(array.field, last.size(), now);
        } else {
            objects(array, last, now);
        }
    }

    private void writeLegacy(StateArray<?> array, List<Object> last, List<Object> now) {
        ops.switchTo(array);
        if (startsWith(now, last)) {
            append(array.field, last.size(), now);
        } else {
            out.u8(OpWriter.CLEAR);
            append(array.field, 0, now);
        }
    }

    private static boolean startsWith(List<Object> list, List<Object> head) {
        return list.size() >= head.size() && list.subList(0, head.size()).equals(head);
    }

    private void append(FieldSpec field, int from, List<Object> now) {
        for (int i = from; i < now.size(); i++) {
            store(OpWriter.ADD, field, i, now.get(i));
        }
    }

    private void store(int op, FieldSpec field, int index, Object value) {
        out.u8(op);
        out.number(index);
        ops.entryValue(field, value);
    }

    private void plain(FieldSpec field, List<Object> last, List<Object> now) {
        int common = Math.min(last.size(), now.size());
        for (int i = 0; i < common; i++) {
            if (!last.get(i).equals(now.get(i))) {
                store(OpWriter.REPLACE, field, i, now.get(i));
            }
        }
        append(field, common, now);
        for (int i = common; i < last.size(); i++) {
            out.u8(OpWriter.DELETE);
            out.number(i);
        }
    }

    private void objects(StateArray<?> array, List<Object> last, List<Object> now) {
        List<Object> kept = removeGone(last, now);
        if (kept.size() != last.size()) {
            ops.switchTo(array);
        }
        List<Object> survivors = new ArrayList<>(kept.size());
        boolean[] isNew = newOnes(kept, now, survivors);
        for (int i = 0; i < survivors.size(); i++) {
            if (!kept.get(i).equals(survivors.get(i))) {
                out.u8(OpWriter.REPLACE);
                out.number(i);
                out.number(((StateNode) survivors.get(i)).refId);
            }
        }
        for (int i = 0; i < now.size(); i++) {
            if (isNew[i]) {
                store(OpWriter.ADD, array.field, i, now.get(i));
            }
        }
    }

    /** Writes the removals; what is left, in its old order. A removal hits the first of several equal ones. */
    private List<Object> removeGone(List<Object> last, List<Object> now) {
        Map<Object, Integer> wanted = count(now);
        List<Object> kept = new ArrayList<>(last);
        for (Object value : last) {
            if (wanted.merge(value, -1, Integer::sum) < 0) {
                out.u8(OpWriter.DELETE_BY_REFID);
                out.number(((StateNode) value).refId);
                kept.remove(value);
            }
        }
        return kept;
    }

    private static boolean[] newOnes(List<Object> kept, List<Object> now, List<Object> survivors) {
        Map<Object, Integer> there = count(kept);
        boolean[] isNew = new boolean[now.size()];
        for (int i = 0; i < now.size(); i++) {
            isNew[i] = there.merge(now.get(i), -1, Integer::sum) < 0;
            if (!isNew[i]) {
                survivors.add(now.get(i));
            }
        }
        return isNew;
    }

    private static Map<Object, Integer> count(List<Object> values) {
        Map<Object, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }
}
