package org.hotrealm.state.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Which nodes one client has through its view, counted as its decoder counts, and their contents in its message. */
final class ViewContents {
    final ViewGates gates;
    private final Graph graph;
    private final SharedPart shared;
    private final ByteWriter segments;
    private final ByteWriter out;
    private final Contents writer;
    private final NodeList scratch = new NodeList();
    private final ArrayDeque<ViewEntry> toExpand = new ArrayDeque<>();
    private final List<ViewEntry> toRelease = new ArrayList<>();

    private StateView view = new StateView();
    private Contents.Mode mode = Contents.Mode.PLAIN;
    private boolean behind;
    /** Number of the message being made; tells what happened in it from what happened before. */
    int message;

    ViewContents(Graph graph, SharedPart shared, ByteWriter segments, OpWriter ops) {
        this.graph = graph;
        this.shared = shared;
        this.segments = segments;
        this.out = ops.out;
        this.writer = new Contents(ops);
        this.gates = new ViewGates(graph, ops, writer, this);
    }

    void begin(StateView of, Contents.Mode as, boolean newTick) {
        view = of;
        mode = as;
        behind = newTick;
        message++;
        out.reset();
        toExpand.clear();
        toRelease.clear();
        gates.begin(of);
    }

    /** The next operation has to name its structure. */
    void leftStructure() {
        gates.leftStructure();
    }

    /** Contents for a client that may hold an older copy take tagged parts away: these have to come after them. */
    void requireContents(StateNode node) {
        if (mode != Contents.Mode.PLAIN && !node.isPublic()) {
            ViewEntry entry = view.table.get(node);
            if (entry != null && !entry.expanded) {
                drain();
            }
        }
    }

    boolean knows(StateNode node) {
        if (node.isPublic()) {
            return graph.has(node);
        }
        ViewEntry entry = view.table.get(node);
        return entry != null && entry.count() > 0 && graph.has(node);
    }

    /** One more shown place holds it. */
    void gained(ViewEntry entry) {
        if (entry.count() != 1 || entry.node.isPublic()) {
            return;
        }
        if (!entry.expanded) {
            toExpand.add(entry);
        } else if (entry.skippedIn == message) {
            entry.skippedIn = -1;
            difference(entry);
        }
    }

    /** One shown place less holds it. */
    void lost(ViewEntry entry) {
        if (entry.count() == 0) {
            toRelease.add(entry);
        }
    }

    /** Sends the contents of what the client got to know in this message, and of what that leads to. */
    void drain() {
        for (ViewEntry next = toExpand.poll(); next != null; next = toExpand.poll()) {
            expand(next);
        }
    }

    private void expand(ViewEntry entry) {
        StateNode node = entry.node;
        if (entry.expanded || entry.count() == 0 || node.isPublic() || !graph.has(node)) {
            return;
        }
        entry.expand(message);
        writeContents(node);
        leftStructure();
        int from = scratch.size();
        node.openChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            gainOpen(scratch.get(i));
        }
        scratch.truncate(from);
        gates.showInside(entry);
    }

    private void gainOpen(StateNode child) {
        ViewEntry entry = view.table.put(child);
        entry.open(1);
        gained(entry);
    }

    private void loseOpen(StateNode child) {
        ViewEntry entry = view.table.get(child);
        if (entry != null && entry.open() > 0) {
            entry.open(-1);
            lost(entry);
        }
    }

    private void writeContents(StateNode node) {
        boolean isNew = node.links.attachTick == graph.tick;
        boolean mayBeKnown = node.links.visibilityTick == graph.tick && !isNew;
        if (isNew && behind && mode == Contents.Mode.PLAIN && node instanceof StateObject o && o.type.hasPatchOnly) {
            writer.write(node, Contents.Mode.NEW);
        } else if (mode == Contents.Mode.PLAIN && !mayBeKnown) {
            int from = shared.contents(node);
            out.raw(segments.bytes, from, node.links.fullTo - from);
        } else {
            writer.write(node, mode == Contents.Mode.PLAIN ? Contents.Mode.RENEW : mode);
        }
    }

    /** The tick's difference of a node whose contents the client has. */
    void difference(ViewEntry entry) {
        StateNode node = entry.node;
        boolean older = view.dialect().isLegacy() && node instanceof StateArray<?>;
        long piece = graph.pieces.at[node.number];
        int from = older ? ((StateArray<?>) node).legacyFrom : Pieces.from(piece);
        int to = older ? ((StateArray<?>) node).legacyTo : Pieces.to(piece);
        if (to > from) {
            out.raw(segments.bytes, from, to - from);
            leftStructure();
        }
        countEdges(entry);
    }

    private void countEdges(ViewEntry entry) {
        StateNode node = entry.node;
        entry.countedIn = message;
        if (node.structureTick != graph.tick) {
            return;
        }
        for (int i = node.links.edgesFrom; i < node.links.edgesTo; i++) {
            StateNode child = graph.record.edgeChildren.get(i);
            if (graph.record.edgeKinds[i] == TickRecord.OPEN_ADDED) {
                gainOpen(child);
            } else if (graph.record.edgeKinds[i] == TickRecord.OPEN_REMOVED) {
                loseOpen(child);
            }
        }
    }

    /** Every client sees it now: the shared part tells all about it, this view nothing more. */
    void handOver(ViewEntry entry) {
        collapse(entry);
    }

    /** Not every client sees it any more: from now on this view tells about it, if it shows it. */
    void takeOver(ViewEntry entry) {
        if (entry.count() == 0) {
            toRelease.add(entry);
        } else if (!entry.expanded) {
            toExpand.add(entry);
        }
    }

    /** What it led to counts one place less each; the changes of the tick have to be counted before. */
    private void collapse(ViewEntry entry) {
        boolean counted = entry.expandedIn == message || entry.countedIn == message;
        if (behind && !counted && entry.node.touchTick == graph.tick) {
            countEdges(entry);
        }
        entry.collapse();
        int from = scratch.size();
        entry.node.openChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            loseOpen(scratch.get(i));
        }
        scratch.truncate(from);
    }

    /** Looks at the entry again when the message is complete. */
    void release(ViewEntry entry) {
        toRelease.add(entry);
    }

    /** Forgets what no shown place holds any more, with all below it. */
    void releaseAll() {
        for (int i = 0; i < toRelease.size(); i++) {
            ViewEntry entry = toRelease.get(i);
            if (entry.count() == 0 && view.table.get(entry.node) == entry) {
                forget(entry);
            }
        }
        toRelease.clear();
    }

    private void forget(ViewEntry entry) {
        StateNode node = entry.node;
        boolean gone = !graph.has(node);
        if (!node.isPublic() || gone) {
            if (entry.expanded) {
                collapse(entry);
            }
            gates.hiding.withdrawInside(entry);
            entry.groups(0);
            entry.implied = false;
        }
        if (gone && node.refId >= 0) {
            view.dismiss(entry);
            entry.subscribed = false;
        }
        if (!entry.isWanted() && entry.groups() == 0 && entry.entriesShown == 0 && !entry.listed) {
            view.table.remove(entry);
        }
    }
}
