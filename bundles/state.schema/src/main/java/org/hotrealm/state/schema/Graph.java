package org.hotrealm.state.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who holds whom, as clients know it: numbers of nodes, how many places hold each, and which nodes every client sees. It
 * is brought up to date while the differences of a tick are encoded.
 */
final class Graph {
    static final byte OPEN_ADDED = 1;
    static final byte OPEN_REMOVED = 2;
    static final byte GATE_ADDED = 3;

    private final StateEncoder encoder;
    private final boolean hasTags;
    private final NodeList scratch = new NodeList();
    private final NodeList orphans = new NodeList();
    private final NodeList visibilityChanges = new NodeList();
    /** Nodes with a record of this tick; only kept where views may ask. */
    final NodeList touched = new NodeList();
    /** Nodes with a record of this tick that every client saw before. */
    final NodeList touchedPublic = new NodeList();
    /** Nodes with a record of this tick in which, or of which, places changed. */
    final NodeList restructured = new NodeList();
    /** Nodes that were there before and that every client sees from this tick on. */
    final NodeList becamePublic = new NodeList();
    /** Nodes that some clients at most see from this tick on. */
    final NodeList becamePrivate = new NodeList();
    /** Places added and removed this tick, told by the node that holds. */
    final NodeList edgeChildren = new NodeList();

    byte[] edgeKinds = new byte[64];
    int nextRefId;
    int tick;
    private boolean keepIds;

    Graph(StateEncoder encoder, boolean hasTags) {
        this.encoder = encoder;
        this.hasTags = hasTags;
    }

    void start(StateObject root) {
        keepIds = root.resumeRefIds >= 0;
        nextRefId = keepIds ? root.resumeRefIds : 0;
        root.publicUses = 1;
        root.uses = 1;
        root.wasPublic = true;
        attach(root);
        root.resumeRefIds = -1;
        keepIds = false;
        settle();
        // What exists from the start is part of every full state and news to nobody.
        beginTick();
    }

    /** Lets every node of the state go. */
    void stop(StateNode node) {
        if (!has(node)) {
            return;
        }
        node.settleContents();
        node.encoder = null;
        node.uses = 0;
        node.publicUses = 0;
        node.gates = null;
        int from = scratch.size();
        node.currentChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            stop(scratch.get(i));
        }
        scratch.truncate(from);
    }

    void beginTick() {
        touched.clear();
        touchedPublic.clear();
        restructured.clear();
        becamePublic.clear();
        becamePrivate.clear();
        edgeChildren.clear();
    }

    /** Opens the node's record of this tick. */
    void touch(StateNode node) {
        if (node.touchTick != tick) {
            node.touchTick = tick;
            node.deltaFrom = 0;
            node.deltaTo = 0;
            node.edgesTo = 0;
            node.groupsTo = 0;
            node.deltaOpen = node.wasPublic;
            if (hasTags) {
                touched.add(node);
            }
            if (node.wasPublic) {
                touchedPublic.add(node);
            }
        }
    }

    /** As {@link #touch}, because of the places that hold it or that it has. */
    private void touchStructure(StateNode node) {
        touch(node);
        restructure(node);
    }

    private void restructure(StateNode node) {
        if (node.structureTick != tick) {
            node.structureTick = tick;
            restructured.add(node);
        }
    }

    boolean has(StateNode node) {
        return node.encoder == encoder;
    }

    private void attach(StateNode node) {
        node.encoder = encoder;
        if (!keepIds || node.refId < 0) {
            node.refId = nextRefId++;
        }
        node.attachTick = tick;
        node.wasPublic = node.publicUses > 0;
        node.visibilityTick = -1;
        node.settleContents();
        if (node instanceof StateObject object) {
            if (object.type.tagged != 0) {
                touchStructure(object);
            }
            attachFields(object);
        } else if (node instanceof StateContainer container && container.field.target != null) {
            attachEntries(container);
        }
    }

    private void attachFields(StateObject object) {
        for (long left = object.type.leading; left != 0; left &= left - 1) {
            FieldSpec field = object.type.fields[Long.numberOfTrailingZeros(left)];
            if (object.references[field.slot] instanceof StateNode child) {
                addField(object, field, child);
            }
        }
    }

    private void attachEntries(StateContainer container) {
        if (!container.field.tagged()) {
            int from = scratch.size();
            container.sentObjects(scratch);
            for (int i = from; i < scratch.size(); i++) {
                addOpen(container, scratch.get(i));
            }
            scratch.truncate(from);
            return;
        }
        switch (container) {
            case StateMap<?> map ->
                map.entries.values().forEach(entry -> addEntry(map, entry.value, entry.index, entry.key));
            case StateEntries<?> bag -> bag.entries().forEach(entry -> addEntry(bag, entry.value, entry.index, null));
            case StateArray<?> array -> array.contents().forEach(value -> addEntry(array, value, 0, null));
        }
    }

    /** A field now holds the child. */
    void addField(StateObject parent, FieldSpec field, StateNode child) {
        if (field.tagged()) {
            addGate(parent, child, field, field.index, null);
        } else {
            addOpen(parent, child);
        }
    }

    /** A field held the child. */
    void removeField(StateObject parent, FieldSpec field, StateNode child) {
        if (field.tagged()) {
            removeGate(parent, child, field.index);
        } else {
            removeOpen(parent, child);
        }
    }

    /** A tagged collection now holds the value; an array counts once however often it stands there. */
    void addEntry(StateContainer parent, @Nullable Object value, int index, @Nullable String key) {
        if (value instanceof StateObject child) {
            boolean known = has(child) && parent instanceof StateArray<?> && gate(parent, child, index) != null;
            if (!known) {
                addGate(parent, child, parent.field, index, key);
            }
        }
    }

    void addOpen(StateNode parent, StateNode child) {
        bringIn(child);
        child.uses++;
        child.holder = parent;
        note(parent, child, OPEN_ADDED);
        if (parent.isPublic()) {
            gainPublic(child);
        }
    }

    void removeOpen(StateNode parent, StateNode child) {
        note(parent, child, OPEN_REMOVED);
        if (parent.isPublic()) {
            losePublic(child);
        }
        release(child);
    }

    private void addGate(StateNode parent, StateNode child, FieldSpec field, int index, @Nullable String key) {
        bringIn(child);
        child.uses++;
        Edge edge = new Edge(parent, child, field, index, key);
        edge.next = child.gates;
        child.gates = edge;
        touchStructure(child);
        note(parent, child, GATE_ADDED);
    }

    void removeGate(StateNode parent, StateNode child, int index) {
        Edge before = null;
        for (Edge edge = child.gates; edge != null; before = edge, edge = edge.next) {
            if (edge.parent == parent && edge.index == index) {
                if (before == null) {
                    child.gates = edge.next;
                } else {
                    before.next = edge.next;
                }
                edge.removed = true;
                touchStructure(child);
                release(child);
                return;
            }
        }
    }

    static @Nullable Edge gate(StateNode parent, StateNode child, int index) {
        for (Edge edge = child.gates; edge != null; edge = edge.next) {
            if (edge.parent == parent && edge.index == index) {
                return edge;
            }
        }
        return null;
    }

    private void bringIn(StateNode child) {
        if (child.encoder == null) {
            attach(child);
        } else if (child.encoder != encoder) {
            throw new IllegalStateException("A new part of the state leads to the object " + child
                    + " of another state; remove it there and tick, or create a new one");
        }
    }

    /** Remembers a change of places for views; what is new this tick is always looked at as a whole. */
    private void note(StateNode parent, StateNode child, byte kind) {
        if (parent.attachTick == tick || parent.touchTick != tick) {
            return;
        }
        restructure(parent);
        int at = edgeChildren.size();
        edgeChildren.add(child);
        if (at == edgeKinds.length) {
            edgeKinds = Arrays.copyOf(edgeKinds, at * 2);
        }
        edgeKinds[at] = kind;
        if (parent.edgesTo == 0) {
            parent.edgesFrom = at;
        }
        parent.edgesTo = at + 1;
    }

    private void release(StateNode child) {
        if (--child.uses == 0) {
            orphans.add(child);
        }
    }

    private void gainPublic(StateNode node) {
        if (node.publicUses++ == 0) {
            noteVisibility(node);
            int from = scratch.size();
            node.openChildren(scratch);
            for (int i = from; i < scratch.size(); i++) {
                gainPublic(scratch.get(i));
            }
            scratch.truncate(from);
        }
    }

    private void losePublic(StateNode node) {
        if (--node.publicUses == 0) {
            noteVisibility(node);
            int from = scratch.size();
            node.openChildren(scratch);
            for (int i = from; i < scratch.size(); i++) {
                losePublic(scratch.get(i));
            }
            scratch.truncate(from);
        }
    }

    private void noteVisibility(StateNode node) {
        if (!node.visibilityNoted) {
            node.visibilityNoted = true;
            visibilityChanges.add(node);
        }
    }

    /** After the last difference: lets go of what nothing holds any more and finds out who is newly seen or hidden. */
    void settle() {
        while (orphans.size() > 0) {
            StateNode orphan = orphans.removeLast();
            if (orphan.uses == 0 && has(orphan)) {
                detach(orphan);
            }
        }
        for (int i = 0; i < visibilityChanges.size(); i++) {
            settleVisibility(visibilityChanges.get(i));
        }
        visibilityChanges.clear();
    }

    private void settleVisibility(StateNode node) {
        node.visibilityNoted = false;
        boolean seen = node.isPublic() && has(node);
        if (seen == node.wasPublic) {
            return;
        }
        node.wasPublic = seen;
        node.visibilityTick = tick;
        if (!has(node)) {
            return;
        }
        if (!seen) {
            becamePrivate.add(node);
        } else if (node.attachTick != tick) {
            becamePublic.add(node);
            touchGated(node);
        }
    }

    /** Views that hold something inside a node nobody could see have to look again. */
    private void touchGated(StateNode node) {
        int from = scratch.size();
        node.gatedChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            touchStructure(scratch.get(i));
            if (scratch.get(i) instanceof StateContainer container) {
                touchGated(container);
            }
        }
        scratch.truncate(from);
    }

    private void detach(StateNode node) {
        node.settleContents();
        touchStructure(node);
        int from = scratch.size();
        node.openChildren(scratch);
        int open = scratch.size();
        node.gatedChildren(scratch);
        for (int i = from; i < open; i++) {
            release(scratch.get(i));
        }
        for (int i = open; i < scratch.size(); i++) {
            dropGates(node, scratch.get(i));
        }
        scratch.truncate(from);
        node.encoder = null;
    }

    private void dropGates(StateNode parent, StateNode child) {
        for (Edge edge = child.gates; edge != null; edge = edge.next) {
            if (edge.parent == parent) {
                removeGate(parent, child, edge.index);
            }
        }
    }

    /** Whether every client sees it from this tick on. */
    boolean isNewlyPublic(StateNode node) {
        return node.isPublic() && node.visibilityTick == tick;
    }
}
