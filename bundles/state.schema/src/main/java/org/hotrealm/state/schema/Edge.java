package org.hotrealm.state.schema;

import org.jspecify.annotations.Nullable;

/** One place that holds a node and that only some viewers see: a tagged field, or an entry of a tagged collection. */
final class Edge {
    final StateNode parent;
    final StateNode child;
    /** The tagged field; for an entry the field of its collection. */
    final FieldSpec field;
    /** Field number, or index of the entry; not used by arrays. */
    final int index;
    /** Key of a map's entry. */
    final @Nullable String key;

    /** No longer in the state. */
    boolean removed;

    @Nullable
    Edge next;

    Edge(StateNode parent, StateNode child, FieldSpec field, int index, @Nullable String key) {
        this.parent = parent;
        this.child = child;
        this.field = field;
        this.index = index;
        this.key = key;
    }

    /** Whether a place of this index in the parent holds the child. */
    static boolean holds(StateNode parent, StateNode child, int index) {
        for (Edge edge = child.links.gates; edge != null; edge = edge.next) {
            if (edge.parent == parent && edge.index == index) {
                return true;
            }
        }
        return false;
    }

    boolean isEntry() {
        return parent instanceof StateContainer;
    }
}
