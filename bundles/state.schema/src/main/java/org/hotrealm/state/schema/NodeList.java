package org.hotrealm.state.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing list of nodes that is reused without allocation. */
final class NodeList {
    private @Nullable StateNode[] nodes = new StateNode[16];
    private int size;

    void add(StateNode node) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
        }
        nodes[size++] = node;
    }

    StateNode get(int i) {
        StateNode node = nodes[i];
        assert node != null;
        return node;
    }

    StateNode removeLast() {
        StateNode last = get(size - 1);
        truncate(size - 1);
        return last;
    }

    int size() {
        return size;
    }

    /** Drops the references too: a list must not keep what left the state. */
    void truncate(int newSize) {
        Arrays.fill(nodes, newSize, size, null);
        size = newSize;
    }

    void clear() {
        truncate(0);
    }
}
