package org.hotrealm.state.schema;

import java.util.Arrays;

/** What a tick has changed, node by node: what messages are put together from. */
final class TickRecord {
    static final byte OPEN_ADDED = 1;
    static final byte OPEN_REMOVED = 2;
    static final byte GATE_ADDED = 3;

    final boolean hasTags;
    private final Pieces pieces;
    /** Nodes with a record of this tick; only kept where views may ask. */
    final NodeList touched = new NodeList();
    /** Whether there are clients whose patches are put together node by node. */
    boolean mixed;
    /** Nodes with a record of this tick that every client saw before; only kept where {@link #mixed}. */
    final NodeList touchedPublic = new NodeList();
    /** Nodes with a record of this tick in which, or of which, places changed. */
    final NodeList restructured = new NodeList();
    /** Places added and removed this tick, told by the node that holds. */
    final NodeList edgeChildren = new NodeList();

    byte[] edgeKinds = new byte[64];
    private int tick;

    TickRecord(boolean hasTags, Pieces pieces) {
        this.hasTags = hasTags;
        this.pieces = pieces;
    }

    void begin(int number) {
        tick = number;
        pieces.begin();
        touched.clear();
        touchedPublic.clear();
        restructured.clear();
        edgeChildren.clear();
    }

    /** Opens the node's record of this tick. */
    void touch(StateNode node) {
        if (node.touchTick != tick) {
            node.touchTick = tick;
            node.deltaFrom = 0;
            node.deltaTo = 0;
            node.groupsTo = 0;
            node.deltaOpen = node.wasPublic;
            if (hasTags) {
                touched.add(node);
                pieces.touch(node.number);
            }
            if (mixed && node.wasPublic) {
                touchedPublic.add(node);
            }
        }
    }

    /** As {@link #touch}, because of the places that hold it or that it has. */
    void touchStructure(StateNode node) {
        touch(node);
        restructure(node);
    }

    private void restructure(StateNode node) {
        if (node.structureTick != tick) {
            node.structureTick = tick;
            node.links.edgesTo = 0;
            restructured.add(node);
            if (hasTags) {
                pieces.touchAgain(node.number);
            }
        }
    }

    /** Remembers a change of places for views; what is new this tick is always looked at as a whole. */
    void note(StateNode parent, StateNode child, byte kind) {
        if (parent.links.attachTick == tick || parent.touchTick != tick) {
            return;
        }
        restructure(parent);
        int at = edgeChildren.size();
        edgeChildren.add(child);
        if (at == edgeKinds.length) {
            edgeKinds = Arrays.copyOf(edgeKinds, at * 2);
        }
        edgeKinds[at] = kind;
        if (parent.links.edgesTo == 0) {
            parent.links.edgesFrom = at;
        }
        parent.links.edgesTo = at + 1;
    }
}
