package org.hotrealm.state.schema;

/** Puts together what every client sees: the patch of a tick, and the full state. */
final class SharedPart {
    private final StateObject root;
    private final Graph graph;
    private final Contents contents;
    private final ByteWriter segments;
    private final Contents assembled;
    private final ByteWriter out;
    private final NodeList scratch = new NodeList();
    private int walks;
    /** Bytes of the segments not copied yet: neighbours are copied together. */
    private int runFrom;

    private int runTo;

    SharedPart(StateObject root, Graph graph, OpWriter segments, OpWriter out) {
        this.root = root;
        this.graph = graph;
        this.contents = new Contents(segments);
        this.segments = segments.out;
        this.assembled = new Contents(out);
        this.out = out.out;
    }

    /** Leaves the patch in the output buffer. */
    void patch(boolean legacy) {
        out.reset();
        walks++;
        runFrom = 0;
        runTo = 0;
        for (int i = 0; i < graph.touchedPublic.size(); i++) {
            StateNode node = graph.touchedPublic.get(i);
            if (graph.has(node) && node.isPublic() && !graph.isNewlyPublic(node)) {
                delta(node, legacy);
                if (node.edgesTo > 0) {
                    newcomers(node);
                }
            }
        }
        flush();
    }

    private void delta(StateNode node, boolean legacy) {
        boolean older = legacy && node instanceof StateArray<?>;
        int from = older ? ((StateArray<?>) node).legacyFrom : node.deltaFrom;
        int to = older ? ((StateArray<?>) node).legacyTo : node.deltaTo;
        if (from == to) {
            return;
        }
        if (node == root && out.at == 0 && runFrom == runTo) {
            // A message starts at the root by itself.
            from += 2;
        }
        append(from, to);
    }

    private void append(int from, int to) {
        if (from != runTo) {
            flush();
            runFrom = from;
        }
        runTo = to;
    }

    private void flush() {
        if (runTo > runFrom) {
            out.raw(segments.bytes, runFrom, runTo - runFrom);
        }
        runFrom = runTo;
    }

    private void newcomers(StateNode parent) {
        for (int i = parent.edgesFrom; i < parent.edgesTo; i++) {
            if (graph.edgeKinds[i] == Graph.OPEN_ADDED) {
                newcomer(graph.edgeChildren.get(i));
            }
        }
    }

    private void newcomer(StateNode node) {
        if (node.walk == walks || !graph.has(node) || !graph.isNewlyPublic(node)) {
            return;
        }
        node.walk = walks;
        flush();
        assembled.write(node, node.attachTick == graph.tick ? Contents.Mode.PLAIN : Contents.Mode.RENEW);
        int from = scratch.size();
        node.openChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            newcomer(scratch.get(i));
        }
        scratch.truncate(from);
    }

    /** Leaves the full state in the output buffer. */
    void full(Contents.Mode mode) {
        out.reset();
        walks++;
        whole(root, mode);
    }

    private void whole(StateNode node, Contents.Mode mode) {
        if (node.walk == walks) {
            return;
        }
        node.walk = walks;
        int before = out.at;
        assembled.write(node, mode);
        if (node == root && out.at > before) {
            System.arraycopy(out.bytes, 2, out.bytes, 0, out.at - 2);
            out.at -= 2;
        }
        int from = scratch.size();
        node.openChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            whole(scratch.get(i), mode);
        }
        scratch.truncate(from);
    }

    /** Where the cached full contents of a node start in the segments; its end is {@link StateNode#fullTo}. */
    int contents(StateNode node) {
        if (node.fullTick != graph.tick) {
            node.fullTick = graph.tick;
            node.fullFrom = segments.at;
            contents.write(node, Contents.Mode.PLAIN);
            node.fullTo = segments.at;
        }
        return node.fullFrom;
    }
}
