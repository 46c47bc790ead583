package org.hotrealm.state.schema;

/** Shows, for one client, the places that only some viewers see. */
final class ViewGates {
    private final Graph graph;
    private final GateWriter writer;
    private final Contents values;
    private final ViewContents contents;
    private final StreamPace pace;
    final ViewHiding hiding;
    private final NodeList scratch = new NodeList();
    private StateView view = new StateView();

    ViewGates(Graph graph, OpWriter ops, Contents values, ViewContents contents) {
        this.graph = graph;
        this.writer = new GateWriter(ops);
        this.values = values;
        this.contents = contents;
        this.hiding = new ViewHiding(graph, writer, values, contents);
        this.pace = new StreamPace(this::show);
    }

    void begin(StateView of) {
        view = of;
        hiding.begin(of);
        pace.begin(of);
        writer.leftStructure();
    }

    void leftStructure() {
        writer.leftStructure();
    }

    /** After its membership changed: shows the places that are asked for now. */
    void showWanted(ViewEntry entry) {
        StateNode node = entry.node;
        if (!graph.has(node)) {
            return;
        }
        boolean waits = false;
        for (Edge edge = node.links.gates; edge != null; edge = edge.next) {
            if (ViewWishes.wants(view, edge)) {
                waits |= ask(edge);
            }
        }
        if (!waits && !contents.knows(node)) {
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
            for (Edge edge = node.links.gates; edge != null; edge = edge.next) {
                if (!entry.shows(edge) && ViewWishes.wants(view, edge)) {
                    ask(edge);
                }
            }
        }
        if (node.links.attachTick == graph.tick && node.isPublic()) {
            showInside(entry);
            return;
        }
        boolean shows = node.isPublic() || entry.expanded;
        for (int i = node.links.edgesFrom; shows && i < node.links.edgesTo; i++) {
            if (graph.record.edgeKinds[i] == TickRecord.GATE_ADDED) {
                showFrom(node, graph.record.edgeChildren.get(i));
            }
        }
    }

    private void showFrom(StateNode parent, StateNode child) {
        for (Edge edge = child.links.gates; edge != null; edge = edge.next) {
            if (edge.parent == parent && ViewWishes.wants(view, edge)) {
                ask(edge);
            }
        }
    }

    /** Shows a place, or leaves it to the pace of its stream. */
    private boolean ask(Edge edge) {
        boolean paced = edge.parent instanceof StateStream;
        if (paced) {
            pace.ask(edge);
        } else {
            show(edge);
        }
        return paced;
    }

    /** Shows what streams have their turn to show; whether that was anything. */
    boolean deliver() {
        return pace.deliver();
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
        if (node.links.gates != null) {
            if (node instanceof StateObject) {
                view.table.put(node).implied = true;
            }
            for (Edge edge = node.links.gates; edge != null; edge = edge.next) {
                show(edge);
            }
        } else if (node.links.holder != null && (contents.knows(node.links.holder) || makeKnown(node.links.holder))) {
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
        int fresh = ViewWishes.groups(entry) & ~entry.groups();
        if (fresh == 0) {
            return;
        }
        entry.groups(entry.groups() | fresh);
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
}
