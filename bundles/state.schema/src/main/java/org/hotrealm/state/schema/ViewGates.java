package org.hotrealm.state.schema;

/** Shows and hides, for one client, the places that only some viewers see. */
final class ViewGates {
    private final Graph graph;
    private final GateWriter writer;
    private final Contents values;
    private final ViewContents contents;
    private final NodeList scratch = new NodeList();
    private StateView view = new StateView();

    ViewGates(Graph graph, OpWriter ops, Contents values, ViewContents contents) {
        this.graph = graph;
        this.writer = new GateWriter(ops);
        this.values = values;
        this.contents = contents;
    }

    void begin(StateView of) {
        view = of;
        writer.leftStructure();
    }

    void leftStructure() {
        writer.leftStructure();
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
        int gone = entry.groups & ~ViewWishes.groups(entry);
        entry.groups &= ~gone;
        // Shown values mean that the client has the object, also when it is about to be hidden and shown elsewhere.
        if (gone != 0 && graph.has(object)) {
            for (int i = 0; i < object.type.valueTags.length; i++) {
                if ((gone & 1 << i) != 0) {
                    values.withdrawGroup(object, object.type.valueTags[i]);
                }
            }
            leftStructure();
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

    /** After its membership changed: shows the places that are asked for now. */
    void showWanted(ViewEntry entry) {
        StateNode node = entry.node;
        if (!graph.has(node)) {
            return;
        }
        for (Edge edge = node.gates; edge != null; edge = edge.next) {
            if (ViewWishes.wants(view, edge)) {
                show(edge);
            }
        }
        if (!contents.knows(node)) {
            makeKnown(node);
        }
        if (node.isPublic() || entry.expanded) {
            showInside(entry);
        }
    }

    /** Of what the tick has touched: shows new places, those of the node and those in it. */
    void showNew(ViewEntry entry) {
        StateNode node = entry.node;
        if (!graph.has(node)) {
            return;
        }
        if (entry.member || entry.implied) {
            for (Edge edge = node.gates; edge != null; edge = edge.next) {
                if (!entry.shows(edge) && ViewWishes.wants(view, edge)) {
                    show(edge);
                }
            }
        }
        if (node.attachTick == graph.tick && node.isPublic()) {
            showInside(entry);
            return;
        }
        boolean shows = node.isPublic() || entry.expanded;
        for (int i = node.edgesFrom; shows && i < node.edgesTo; i++) {
            if (graph.record.edgeKinds[i] == TickRecord.GATE_ADDED) {
                showFrom(node, graph.record.edgeChildren.get(i));
            }
        }
    }

    private void showFrom(StateNode parent, StateNode child) {
        for (Edge edge = child.gates; edge != null; edge = edge.next) {
            if (edge.parent == parent && ViewWishes.wants(view, edge)) {
                show(edge);
            }
        }
    }

    private void show(Edge edge) {
        if (!contents.knows(edge.parent) && !makeKnown(edge.parent)) {
            return;
        }
        contents.requireContents(edge.parent);
        ViewEntry child = view.table.put(edge.child);
        if (child.shows(edge)) {
            return;
        }
        child.addGate(edge);
        if (edge.isEntry()) {
            view.table.put(edge.parent).entriesShown++;
        }
        writer.show(edge);
        contents.gained(child);
    }

    /** Shows whatever it takes for the client to know the node; false when that is not possible now. */
    private boolean makeKnown(StateNode node) {
        if (!graph.has(node)) {
            return false;
        }
        if (node.gates != null) {
            if (node instanceof StateObject) {
                view.table.put(node).implied = true;
            }
            for (Edge edge = node.gates; edge != null; edge = edge.next) {
                show(edge);
            }
        } else if (node.holder != null && (contents.knows(node.holder) || makeKnown(node.holder))) {
            contents.drain();
        }
        return contents.knows(node);
    }

    /** Shows what the view asks for inside a node that the client has just got, or that has become a member. */
    void showInside(ViewEntry entry) {
        if (entry.node instanceof StateObject object && object.type.tagged != 0) {
            showGroups(entry, object);
        }
        if (entry.node instanceof StateContainer container) {
            if (container.field.gatesEntries()) {
                showEntries(container, entry.subscribed);
            }
            return;
        }
        int from = scratch.size();
        entry.node.gatedChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            StateNode child = scratch.get(i);
            showFrom(entry.node, child);
            if (child instanceof StateContainer container && container.field.gatesEntries()) {
                showEntries(container, false);
            }
        }
        scratch.truncate(from);
    }

    private void showGroups(ViewEntry entry, StateObject object) {
        int fresh = ViewWishes.groups(entry) & ~entry.groups;
        if (fresh == 0) {
            return;
        }
        entry.groups |= fresh;
        entry.freshGroups = entry.freshIn == contents.message ? entry.freshGroups | fresh : fresh;
        entry.freshIn = contents.message;
        for (int i = 0; i < object.type.valueTags.length; i++) {
            if ((fresh & 1 << i) != 0) {
                values.group(object, object.type.valueTags[i]);
            }
        }
        leftStructure();
    }

    /** Shows the entries of a collection that the view asks for, by the shorter of the two lists. */
    private void showEntries(StateContainer container, boolean all) {
        if (!all && container.size() > view.table.size()) {
            for (int i = view.table.size() - 1; i >= 0; i--) {
                ViewEntry entry = view.table.at(i);
                if (entry.member || entry.implied) {
                    showFrom(container, entry.node);
                }
            }
            return;
        }
        int from = scratch.size();
        container.gatedChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            showFrom(container, scratch.get(i));
        }
        scratch.truncate(from);
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
