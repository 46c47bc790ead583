package org.hotrealm.state.schema;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Applies one message to a client's copy. */
final class MirrorReader {
    private static final int MOST_HOLES = 1 << 20;
    private static final int REVERSE = 0x0f;
    private static final int DELETE_AND_MOVE = 0x60;

    private final MirrorValues values;
    private final MirrorRefs refs;
    private final Mirror root;
    private final ByteReader in;
    private final Dialect dialect;
    private final @Nullable MirrorVisits visits;
    private Mirror current;

    MirrorReader(
            MirrorTypes types,
            MirrorRefs refs,
            Mirror root,
            ByteReader in,
            Dialect dialect,
            @Nullable MirrorVisits visits) {
        this.values = new MirrorValues(types, refs, in, visits);
        this.refs = refs;
        this.root = root;
        this.in = in;
        this.dialect = dialect;
        this.visits = visits;
        this.current = root;
    }

    void run() {
        while (in.hasMore()) {
            if (in.peek() == OpWriter.SWITCH) {
                switchTo();
            } else if (current.type != null) {
                fieldOp(current.type);
            } else if (current.kind == Kind.ARRAY) {
                arrayOp();
            } else {
                keyedOp();
            }
        }
        current.compact();
        if (visits != null) {
            visits.prune(root);
        }
        refs.collect();
    }

    private void switchTo() {
        in.u8();
        current.compact();
        int id = in.count();
        Mirror next = refs.get(id);
        if (next == null) {
            skip("a switch to the unknown node " + id);
        } else {
            current = next;
        }
    }

    private void skip(String why) {
        refs.problems.add(why);
        if (visits != null) {
            visits.skipped = true;
        }
        while (in.hasMore()) {
            if (in.peek() == OpWriter.SWITCH && leadsToKnown()) {
                return;
            }
            in.u8();
        }
    }

    private boolean leadsToKnown() {
        int back = in.at;
        try {
            in.u8();
            return refs.get(in.count()) != null;
        } catch (IllegalArgumentException noNumber) {
            return false;
        } finally {
            in.at = back;
        }
    }

    private void fieldOp(Mirror.Type type) {
        int code = in.u8();
        int op = code & 0xc0;
        int index = code & 0x3f;
        if (index >= type.fields().size()) {
            skip("field " + index + " of type " + type.id() + " is not defined");
            return;
        }
        Object before = current.values.get(index);
        if ((op & OpWriter.DELETE) != 0) {
            release(before);
            current.values.set(index, null);
        }
        if (op != OpWriter.DELETE) {
            Object value = values.read(op, type.fields().get(index), false, before);
            if (value != null) {
                current.values.set(index, value);
            }
        }
    }

    private void release(@Nullable Object value) {
        if (value instanceof Mirror node) {
            refs.remove(node.refId);
        }
    }

    private void clear() {
        if (current.holdsNodes()) {
            current.children().forEach(this::release);
        }
        current.values.clear();
        current.entries.clear();
        current.keys.clear();
    }

    private void keyedOp() {
        int op = in.u8();
        if (op == OpWriter.CLEAR) {
            clear();
            return;
        }
        int index = in.count();
        Object key = key(op, index);
        Object before = key == null ? null : current.entries.get(key);
        if ((op & OpWriter.DELETE) != 0) {
            release(before);
            if (op == OpWriter.DELETE && key != null) {
                current.entries.remove(key);
                current.keys.remove(index);
            }
        }
        Mirror.Field field = current.field;
        if (op == OpWriter.DELETE || field == null || key == null) {
            return;
        }
        Object value = values.read(op, field, true, before);
        if (visits != null) {
            visits.replaced(current.refId, key, op, before, value);
        }
        if (value != null && (current.kind == Kind.MAP || !current.entries.containsKey(key))) {
            current.entries.put(key, value);
        }
    }

    private @Nullable Object key(int op, int index) {
        if (current.kind != Kind.MAP) {
            return index;
        }
        if ((op & OpWriter.ADD) != 0) {
            current.keys.put(index, in.string());
        }
        String key = current.keys.get(index);
        if (key == null) {
            refs.problems.add("index " + index + " of map " + current.refId + " stands for no key");
        }
        return key;
    }

    private void arrayOp() {
        int op = in.u8();
        switch (op) {
            case OpWriter.CLEAR -> clear();
            case REVERSE -> Collections.reverse(current.values);
            case OpWriter.DELETE_BY_REFID -> deleteByRefId();
            default -> store(op, op == OpWriter.ADD_BY_REFID ? place(in.count()) : in.count());
        }
    }

    private void deleteByRefId() {
        int id = in.count();
        Mirror node = refs.get(id);
        if (node == null) {
            return;
        }
        if (!dialect.isLegacy()) {
            refs.remove(id);
        }
        int at = current.values.indexOf(node);
        if (at >= 0) {
            current.values.set(at, null);
            current.holes = true;
        }
    }

    private int place(int id) {
        Mirror node = refs.get(id);
        int at = node == null ? -1 : current.values.indexOf(node);
        return at < 0 ? current.values.size() : at;
    }

    private void store(int op, int index) {
        Object before = index < current.values.size() ? current.values.get(index) : null;
        if ((op & OpWriter.DELETE) != 0) {
            release(before);
            if (op == OpWriter.DELETE && index < current.values.size()) {
                current.values.set(index, null);
                current.holes = true;
            }
        }
        Mirror.Field field = current.field;
        if (op == OpWriter.DELETE || field == null) {
            return;
        }
        Object value = values.read(op, field, true, before);
        if (visits != null) {
            visits.replaced(current.refId, index, op, before, value);
        }
        if (value != null && !value.equals(before)) {
            put(op, index, value);
        }
    }

    private void put(int op, int index, Object value) {
        boolean taken = index < current.values.size() && current.values.get(index) != null;
        if (op == OpWriter.ADD && visits == null && taken && (!dialect.isLegacy() || index == 0)) {
            current.values.add(index, value);
            return;
        }
        if (op == DELETE_AND_MOVE && index < current.values.size()) {
            current.values.remove(index);
        }
        if (index - current.values.size() > MOST_HOLES) {
            throw new IllegalArgumentException(
                    "Index " + index + " is far beyond the " + current.values.size() + " elements of the array");
        }
        while (current.values.size() <= index) {
            current.holes |= current.values.size() < index;
            current.values.add(null);
        }
        current.values.set(index, value);
    }
}
