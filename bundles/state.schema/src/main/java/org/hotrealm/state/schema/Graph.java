package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/**
 * Who holds whom, as clients know it: numbers of nodes, how many places hold each, and which nodes every client sees. It
 * is brought up to date while the differences of a tick are encoded.
 */
final class Graph {
    private final StateEncoder encoder;
    private final NodeList scratch = new NodeList();
    private final NodeList orphans = new NodeList();
    final WaitingStreams waiting = new WaitingStreams();

    final Pieces pieces = new Pieces();
    final TickRecord record;
    final Visibility visibility;
    int nextRefId;
    int tick;
    private boolean keepIds;

    Graph(StateEncoder encoder, boolean hasTags) {
        this.encoder = encoder;
        this.record = new TickRecord(hasTags, pieces);
        this.visibility = new Visibility(this);
    }

    void start(StateObject root) {
        keepIds = root.links.resumeRefIds >= 0;
        nextRefId = keepIds ? root.links.resumeRefIds : 0;
        root.publicUses = 1;
        root.links.uses = 1;
        root.wasPublic = true;
        attach(root);
        root.links.resumeRefIds = -1;
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
        leave(node);
        node.links.uses = 0;
        node.publicUses = 0;
        node.links.gates = null;
        int from = scratch.size();
        node.currentChildren(scratch);
        for (int i = from; i < scratch.size(); i++) {
            stop(scratch.get(i));
        }
        scratch.truncate(from);
    }

    void beginTick() {
        record.begin(tick);
        visibility.begin();
    }

    boolean has(StateNode node) {
        return node.encoder == encoder;
    }

    private void attach(StateNode node) {
        node.encoder = encoder;
        if (!keepIds || node.refId < 0) {
            node.refId = nextRefId++;
        }
        node.number = pieces.take();
        node.links.attachTick = tick;
        node.links.walk = -1;
        node.wasPublic = node.publicUses > 0;
        node.links.visibilityTick = -1;
        node.settleContents();
        node.entered(encoder);
        if (node instanceof StateStream stream) {
            stream.begin(keepIds);
            waiting.look(stream);
        }
        if (node instanceof StateObject object) {
            if (object.type.tagged != 0) {
                record.touchStructure(object);
            }
            attachFields(object);
        } else if (node instanceof StateContainer container && container.field.target != null) {
            if (container.field.gatesEntries()) {
                record.touchStructure(container);
            }
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
        if (!container.field.gatesEntries()) {
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
            boolean known = has(child) && parent instanceof StateArray<?> && Edge.holds(parent, child, index);
            if (!known) {
                addGate(parent, child, parent.field, index, key);
            }
        }
    }

    void addOpen(StateNode parent, StateNode child) {
        bringIn(parent, child);
        child.links.uses++;
        child.links.holder = parent;
        record.note(parent, child, TickRecord.OPEN_ADDED);
        if (parent.isPublic()) {
            visibility.gain(child);
        }
    }

    void removeOpen(StateNode parent, StateNode child) {
        record.note(parent, child, TickRecord.OPEN_REMOVED);
        if (parent.isPublic()) {
            visibility.lose(child);
        }
        release(child);
    }

    private void addGate(StateNode parent, StateNode child, FieldSpec field, int index, @Nullable String key) {
        bringIn(parent, child);
        child.links.uses++;
        Edge edge = new Edge(parent, child, field, index, key);
        edge.next = child.links.gates;
        child.links.gates = edge;
        record.touchStructure(child);
        record.note(parent, child, TickRecord.GATE_ADDED);
    }

    void removeGate(StateNode parent, StateNode child, int index) {
        Edge before = null;
        for (Edge edge = child.links.gates; edge != null; before = edge, edge = edge.next) {
            if (edge.parent == parent && edge.index == index) {
                if (before == null) {
                    child.links.gates = edge.next;
                } else {
                    before.next = edge.next;
                }
                edge.removed = true;
                record.touchStructure(child);
                release(child);
                return;
            }
        }
    }

    private void bringIn(StateNode parent, StateNode child) {
        if (child.encoder == null) {
            child.links.depth = parent.links.depth + 1;
            attach(child);
        }
        assert has(child) : "new parts are looked through first";
    }

    private void release(StateNode child) {
        if (--child.links.uses == 0) {
            orphans.add(child);
        }
    }

    /** After the last difference: lets go of what nothing holds any more and finds out who is newly seen or hidden. */
    void settle() {
        while (orphans.size() > 0) {
            StateNode orphan = orphans.removeLast();
            if (orphan.links.uses == 0 && has(orphan)) {
                detach(orphan);
            }
        }
        visibility.settle();
    }

    private void detach(StateNode node) {
        node.settleContents();
        record.touchStructure(node);
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
        leave(node);
    }

    private void leave(StateNode node) {
        node.left();
        pieces.giveBack(node.number);
        node.number = Pieces.NOBODY;
        node.encoder = null;
    }

    private void dropGates(StateNode parent, StateNode child) {
        for (Edge edge = child.links.gates; edge != null; edge = edge.next) {
            if (edge.parent == parent) {
                removeGate(parent, child, edge.index);
            }
        }
    }
}
