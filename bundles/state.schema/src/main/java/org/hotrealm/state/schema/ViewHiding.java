package org.hotrealm.state.schema;

/** Hides, for one client, the places that only some viewers see. */
final class ViewHiding {
    private final Graph graph;
    private final GateWriter writer;
    private final Contents values;
    private final ViewContents contents;
    private final NodeList scratch = new NodeList();
    private StateView view = new StateView();

    ViewHiding(Graph graph, GateWriter writer, Contents values, ViewContents contents) {
        this.graph = graph;
        this.writer = writer;
        this.values = values;
        this.contents = contents;
    }

    void begin(StateView of) {
        view = of;
    }

    /** After its membership changed: hides the places that nobody asks for any more. */
    void hideUnwanted(ViewEntry entry) {
        if (!(entry.node instanceof StateContainer)) {
            hideGates(entry, false);
        } else if (!entry.subscribed && entry.entriesShown > 0) {
            eachChild(entry, child -> hideGates(child, false));
        }
        if (entry.node instanceof StateObject object && object.type.tagged != 0) {
            hideFields(entry, object);
        }
    }

    private void hideFields(ViewEntry entry, StateObject object) {
        int gone = entry.groups() & ~ViewWishes.groups(entry);
        entry.groups(entry.groups() & ~gone);
        // Shown values mean that the client has the object, also when it is about to be hidden and shown elsewhere.
        if (gone != 0 && graph.has(object)) {
            for (int i = 0; i < object.type.valueTags.length; i++) {
                if ((gone & 1 << i) != 0) {
                    values.withdrawGroup(object, object.type.valueTags[i]);
                }
            }
            writer.leftStructure();
        }
        eachChild(entry, child -> {
            boolean stillUsed = child.node instanceof StateContainer && child.entriesShown > 0;
            if (!stillUsed) {
                hideGates(child, false);
            }
        });
    }

    /** Hides the places that left the state in this tick. */
    void hideRemoved(ViewEntry entry) {
        hideGates(entry, true);
        if (entry.count() == 0 && !graph.has(entry.node)) {
            contents.release(entry);
        }
    }

    private void hideGates(ViewEntry entry, boolean removedOnly) {
        for (int i = entry.gates() - 1; i >= 0; i--) {
            Edge edge = entry.gate(i);
            if (edge.removed || (!removedOnly && !ViewWishes.wants(view, edge))) {
                hide(entry, edge);
            }
        }
    }

    private void hide(ViewEntry entry, Edge edge) {
        entry.removeGate(edge);
        if (edge.isEntry()) {
            ViewEntry parent = view.table.get(edge.parent);
            if (parent != null) {
                parent.entriesShown--;
            }
        }
        if (graph.has(edge.parent)) {
            writer.hide(edge);
        }
        contents.lost(entry);
    }

    /** Forgets the places inside a node that the client forgets by itself. */
    void withdrawInside(ViewEntry entry) {
        eachChild(entry, child -> {
            for (int i = child.gates() - 1; i >= 0; i--) {
                Edge edge = child.gate(i);
                if (edge.parent == entry.node) {
                    child.removeGate(edge);
                    contents.lost(child);
                }
            }
        });
        entry.entriesShown = 0;
    }

    private interface Action {
        void on(ViewEntry child);
    }

    /** Every entry that a place inside the node may show. */
    private void eachChild(ViewEntry entry, Action action) {
        boolean container = entry.node instanceof StateContainer;
        if (container && entry.entriesShown == 0) {
            return;
        }
        if (container && ((StateContainer) entry.node).size() > view.table.size()) {
            for (int i = view.table.size() - 1; i >= 0; i--) {
                action.on(view.table.at(i));
            }
            return;
        }
        int from = scratch.size();
        entry.node.gatedChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            ViewEntry child = view.table.get(scratch.get(i));
            if (child != null) {
                action.on(child);
            }
        }
        scratch.truncate(from);
    }
}
