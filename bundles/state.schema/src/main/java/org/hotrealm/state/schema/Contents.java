package org.hotrealm.state.schema;

/** Writes the whole contents of single nodes, of which clients may or may not have an older copy. */
final class Contents {
    /** What a client may hold already. */
    enum Mode {
        /** Nothing. */
        PLAIN,
        /** Nothing, for the node itself is new: what only patches tell is told as well. */
        NEW,
        /** Perhaps the contents as of an earlier tick. */
        RENEW,
        /** Perhaps an older copy, which it prunes itself. */
        REJOIN,
        /** Perhaps an older copy, which it keeps unless told otherwise. */
        REJOIN_LEGACY;

        static Mode of(Dialect dialect, boolean rejoin) {
            if (!rejoin) {
                return PLAIN;
            }
            return dialect.isLegacy() ? REJOIN_LEGACY : REJOIN;
        }
    }

    private final OpWriter ops;
    private final ByteWriter out;

    Contents(OpWriter ops) {
        this.ops = ops;
        this.out = ops.out;
    }

    /** Tagged fields and entries of tagged collections are left out; nothing at all is written of an empty node. */
    void write(StateNode node, Mode mode) {
        int from = out.at;
        ops.switchTo(node);
        int start = out.at;
        switch (node) {
            case StateObject object -> fields(object, mode);
            case StateContainer container -> entries(container, mode);
        }
        if (out.at == start) {
            out.at = from;
        }
    }

    private void fields(StateObject object, Mode mode) {
        StateType type = object.type;
        boolean fresh = mode == Mode.PLAIN || mode == Mode.NEW;
        boolean rejoin = mode == Mode.REJOIN || mode == Mode.REJOIN_LEGACY;
        for (FieldSpec field : type.fields) {
            if (!field.isSynced() || field.delivery == Delivery.DEPRECATED) {
                continue;
            }
            if (field.tagged()) {
                if (rejoin) {
                    ops.fieldOp(OpWriter.DELETE, field);
                }
            } else if (tells(object, field, mode)) {
                boolean replace = !fresh && field.leads();
                ops.fieldOp(replace ? OpWriter.DELETE_AND_ADD : OpWriter.ADD, field);
                ops.fieldValue(object, field);
            } else if (!fresh) {
                ops.fieldOp(OpWriter.DELETE, field);
            }
        }
    }

    private static boolean tells(StateObject object, FieldSpec field, Mode mode) {
        boolean toldOnce = field.delivery == Delivery.PATCH_ONLY && mode != Mode.NEW;
        return (object.present & field.bit) != 0 && !toldOnce;
    }

    /** The set values of one tag. */
    void group(StateObject object, int tag) {
        int from = out.at;
        ops.switchTo(object);
        int start = out.at;
        for (FieldSpec field : object.type.fields) {
            if (field.tag == tag && field.kind.isPrimitive() && tells(object, field, Mode.PLAIN)) {
                ops.fieldOp(OpWriter.ADD, field);
                ops.fieldValue(object, field);
            }
        }
        if (out.at == start) {
            out.at = from;
        }
    }

    /** Takes the values of one tag away, also those unset in this very tick: the client may still have them. */
    void withdrawGroup(StateObject object, int tag) {
        ops.switchTo(object);
        for (FieldSpec field : object.type.fields) {
            if (field.tag == tag && field.kind.isPrimitive()) {
                ops.fieldOp(OpWriter.DELETE, field);
            }
        }
    }

    private void entries(StateContainer container, Mode mode) {
        boolean gated = container.field.gatesEntries();
        if (clearsFirst(container, mode, gated)) {
            out.u8(OpWriter.CLEAR);
        }
        if (gated) {
            return;
        }
        switch (container) {
            case StateMap<?> map -> map(map);
            case StateEntries<?> bag -> bag(bag);
            case StateArray<?> array -> array(array);
        }
    }

    private static boolean clearsFirst(StateContainer container, Mode mode, boolean gated) {
        return switch (mode) {
            case PLAIN, NEW -> false;
            // Entries shown one by one stay shown when others come to see the collection, or cease to.
            case RENEW -> !gated;
            // Clients prune everything but streams by themselves.
            case REJOIN -> container instanceof StateStream;
            case REJOIN_LEGACY -> true;
        };
    }

    private void map(StateMap<?> map) {
        for (MapEntry entry : map.entries.values()) {
            Object value = entry.value;
            if (value != null) {
                out.u8(OpWriter.ADD);
                out.number(entry.index);
                out.string(entry.key);
                ops.entryValue(map.field, value);
            }
        }
    }

    private void bag(StateEntries<?> bag) {
        for (StateEntries.Entry entry : bag.entries()) {
            if (!entry.sent) {
                continue;
            }
            out.u8(OpWriter.ADD);
            out.number(entry.index);
            ops.entryValue(bag.field, entry.value);
        }
    }

    private void array(StateArray<?> array) {
        for (int i = 0; i < array.size; i++) {
            Object value = array.items[i];
            if (value != null) {
                out.u8(OpWriter.ADD);
                out.number(i);
                ops.entryValue(array.field, value);
            }
        }
    }
}
