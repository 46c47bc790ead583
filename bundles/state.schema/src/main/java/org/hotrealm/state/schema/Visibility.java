package org.hotrealm.state.schema;

/**
 * Which nodes every client sees: those that a chain of untagged places leads to from the root. The others are up to each
 * client's view.
 */
final class Visibility {
    private final Graph graph;
    private final NodeList scratch = new NodeList();
    private final NodeList changes = new NodeList();
    /** Nodes that were there before and that every client sees from this tick on. */
    final NodeList becamePublic = new NodeList();
    /** Nodes that some clients at most see from this tick on. */
    final NodeList becamePrivate = new NodeList();

    Visibility(Graph graph) {
        this.graph = graph;
    }

    void begin() {
        becamePublic.clear();
        becamePrivate.clear();
    }

    /** One more place that every client sees holds the node. */
    void gain(StateNode node) {
        if (node.publicUses++ == 0) {
            note(node);
            node.watchersChanged();
            int from = scratch.size();
            node.openChildren(scratch);
            for (int i = from; i < scratch.size(); i++) {
                gain(scratch.get(i));
            }
            scratch.truncate(from);
        }
    }

    /** One such place less holds the node. */
    void lose(StateNode node) {
        if (--node.publicUses == 0) {
            note(node);
            node.watchersChanged();
            int from = scratch.size();
            node.openChildren(scratch);
            for (int i = from; i < scratch.size(); i++) {
                lose(scratch.get(i));
            }
            scratch.truncate(from);
        }
    }

    private void note(StateNode node) {
        if (!node.links.visibilityNoted) {
            node.links.visibilityNoted = true;
            changes.add(node);
        }
    }

    /** After the last difference: finds out who is newly seen or hidden. */
    void settle() {
        for (int i = 0; i < changes.size(); i++) {
            settle(changes.get(i));
        }
        changes.clear();
    }

    private void settle(StateNode node) {
        node.links.visibilityNoted = false;
        boolean seen = node.isPublic() && graph.has(node);
        if (seen == node.wasPublic) {
            return;
        }
        node.wasPublic = seen;
        node.watchersChanged();
        node.links.visibilityTick = graph.tick;
        if (!graph.has(node)) {
            return;
        }
        if (!seen) {
            becamePrivate.add(node);
        } else if (node.links.attachTick != graph.tick) {
            becamePublic.add(node);
            touchGated(node);
        }
    }

    /** Views that hold something inside a node nobody could see have to look again. */
    private void touchGated(StateNode node) {
        int from = scratch.size();
        node.gatedChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            graph.record.touchStructure(scratch.get(i));
            if (scratch.get(i) instanceof StateContainer container) {
                touchGated(container);
            }
        }
        scratch.truncate(from);
    }

    /** Whether every client sees it from this tick on. */
    boolean isNew(StateNode node) {
        return node.isPublic() && node.links.visibilityTick == graph.tick;
    }
}
