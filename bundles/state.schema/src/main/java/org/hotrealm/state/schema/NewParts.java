package org.hotrealm.state.schema;

/** Looks through what a tick is about to bring into the state, before anything is written or counted. */
final class NewParts {
    /** Clients and the encoder walk a state by recursion. */
    static final int MAX_DEPTH = 500;

    private final StateEncoder encoder;
    private final NodeList seen = new NodeList();
    private final NodeList children = new NodeList();

    NewParts(StateEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * Refuses a tick that could not be carried through.
     *
     * @throws IllegalStateException when a new part leads to an object of another state, or in columns of one, or lies too deep
     */
    void check(NodeList changed) {
        try {
            for (int i = 0; i < changed.size(); i++) {
                StateNode node = changed.get(i);
                if (node.encoder == encoder) {
                    checkNew(node);
                }
            }
        } finally {
            forget();
        }
    }

    /** As {@link #check}, for a state that gets its first encoder. */
    void checkAll(StateNode root) {
        try {
            walk(root, 0);
        } finally {
            forget();
        }
    }

    private void checkNew(StateNode node) {
        int from = children.size();
        node.changedChildren(children);
        if (children.size() > from) {
            descend(from, node.links.depth);
        }
    }

    private void walk(StateNode node, int depth) {
        if (node.encoder == encoder || node.links.inspected) {
            return;
        }
        if (node.encoder != null) {
            throw new IllegalStateException("A new part of the state leads to the object " + node
                    + " of another state; remove it there and tick, or create a new one");
        }
        if (node instanceof StateObject object && object.columns != null) {
            object.columns.requireEncoder(encoder);
        }
        if (depth > MAX_DEPTH) {
            throw new IllegalStateException("A new part of the state lies more than " + MAX_DEPTH
                    + " levels deep; keep long chains in an array or a map");
        }
        node.links.inspected = true;
        seen.add(node);
        int from = children.size();
        node.currentChildren(children);
        descend(from, depth);
    }

    private void descend(int from, int depth) {
        int to = children.size();
        for (int i = from; i < to; i++) {
            walk(children.get(i), depth + 1);
        }
        children.truncate(from);
    }

    private void forget() {
        for (int i = 0; i < seen.size(); i++) {
            seen.get(i).links.inspected = false;
        }
        seen.clear();
        children.clear();
    }
}
