package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/** Writes the operations that show and hide single places to one client. */
final class GateWriter {
    private final OpWriter ops;
    private final ByteWriter out;
    /** The collection that the next operation applies to without being named. */
    private @Nullable StateNode current;

    GateWriter(OpWriter ops) {
        this.ops = ops;
        this.out = ops.out;
    }

    /** Something else was written: the next operation has to name its structure. */
    void leftStructure() {
        current = null;
    }

    private void switchTo(StateNode node) {
        if (current != node) {
            ops.switchTo(node);
            current = node instanceof StateContainer ? node : null;
        }
    }

    void hide(Edge edge) {
        switchTo(edge.parent);
        if (!edge.isEntry()) {
            ops.fieldOp(OpWriter.DELETE, edge.field);
        } else if (edge.parent instanceof StateArray<?>) {
            out.u8(OpWriter.DELETE_BY_REFID);
            out.number(edge.child.refId);
        } else {
            out.u8(OpWriter.DELETE);
            out.number(edge.index);
        }
    }

    void show(Edge edge) {
        switchTo(edge.parent);
        if (!edge.isEntry() && edge.parent instanceof StateObject owner) {
            ops.fieldOp(OpWriter.ADD, edge.field);
            ops.fieldValue(owner, edge.field);
            return;
        }
        boolean byRefId = edge.parent instanceof StateArray<?>;
        out.u8(byRefId ? OpWriter.ADD_BY_REFID : OpWriter.ADD);
        out.number(byRefId ? edge.child.refId : edge.index);
        if (edge.key != null) {
            out.string(edge.key);
        }
        ops.entryValue(edge.field, edge.child);
    }
}
