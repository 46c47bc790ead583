package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts together what every client sees: the patch of a tick, and the full state. */
final class SharedPart {
    private static final Comparator<StateNode> BY_PLACE = Comparator.comparingInt(node -> node.deltaFrom);

    private final StateObject root;
    private final Graph graph;
    private final Contents contents;
    private final ByteWriter open;
    private final ByteWriter segments;
    private final Contents assembled;
    /** What was put together last. */
    final ByteWriter out;

    private final NodeList scratch = new NodeList();
    private final List<StateNode> cuts = new ArrayList<>();
    private int walks;

    SharedPart(StateObject root, Graph graph, ByteWriter open, OpWriter segments, TypeTable types) {
        this.root = root;
        this.graph = graph;
        this.open = open;
        this.contents = new Contents(segments);
        this.segments = segments.out;
        this.out = new ByteWriter(4096);
        this.assembled = new Contents(new OpWriter(out, types));
    }

    /**
     * Leaves the patch in the output buffer: all differences at once, apart from those of nodes that are gone, with the
     * contents of new nodes after the node that leads to them.
     */
    void patch() {
        begin();
        cuts.clear();
        for (int i = 0; i < graph.record.restructured.size(); i++) {
            StateNode node = graph.record.restructured.get(i);
            if (node.deltaOpen && node.deltaTo > node.deltaFrom) {
                cuts.add(node);
            }
        }
        cuts.sort(BY_PLACE);
        int at = 0;
        for (StateNode node : cuts) {
            boolean stays = staysPublic(node);
            copy(at, stays ? node.deltaTo : node.deltaFrom);
            at = node.deltaTo;
            if (stays) {
                newcomers(node);
            }
        }
        copy(at, open.at);
        cuts.clear();
    }

    /** As {@link #patch}, where differences of arrays for older clients lie between the others. */
    void patchNodeByNode(boolean legacy) {
        begin();
        for (int i = 0; i < graph.record.touchedPublic.size(); i++) {
            StateNode node = graph.record.touchedPublic.get(i);
            if (staysPublic(node)) {
                boolean older = legacy && node instanceof StateArray<?>;
                copy(
                        older ? ((StateArray<?>) node).legacyFrom : node.deltaFrom,
                        older ? ((StateArray<?>) node).legacyTo : node.deltaTo);
                newcomers(node);
            }
        }
    }

    private void begin() {
        out.reset();
        walks++;
    }

    private boolean staysPublic(StateNode node) {
        return graph.has(node) && node.isPublic() && !graph.visibility.isNew(node);
    }

    private void copy(int from, int to) {
        if (from >= to) {
            return;
        }
        // A message starts at the root by itself.
        boolean namesRoot = out.at == 0 && (open.bytes[from] & 0xff) == OpWriter.SWITCH && open.bytes[from + 1] == 0;
        int start = namesRoot ? from + 2 : from;
        out.raw(open.bytes, start, to - start);
    }

    private void newcomers(StateNode parent) {
        if (parent.structureTick != graph.tick) {
            return;
        }
        for (int i = parent.links.edgesFrom; i < parent.links.edgesTo; i++) {
            if (graph.record.edgeKinds[i] == TickRecord.OPEN_ADDED) {
                newcomer(graph.record.edgeChildren.get(i));
            }
        }
    }

    private void newcomer(StateNode node) {
        if (node.links.walk == walks || !graph.has(node) || !graph.visibility.isNew(node)) {
            return;
        }
        node.links.walk = walks;
        assembled.write(node, node.links.attachTick == graph.tick ? Contents.Mode.NEW : Contents.Mode.RENEW);
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
        if (node.links.walk == walks) {
            return;
        }
        node.links.walk = walks;
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
            node.links.fullFrom = segments.at;
            contents.write(node, Contents.Mode.PLAIN);
            node.links.fullTo = segments.at;
        }
        return node.links.fullFrom;
    }
}
