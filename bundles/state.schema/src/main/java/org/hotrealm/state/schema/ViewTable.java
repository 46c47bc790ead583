package org.hotrealm.state.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The entries of one view: found by node, walked in an order that depends on nothing but the calls made. */
final class ViewTable {
    private static final int GONE = -1;

    private @Nullable ViewEntry[] slots = new ViewEntry[32];
    private @Nullable ViewEntry[] list = new ViewEntry[16];
    /**
     * By position in the list: the number of the node among the pieces where the client has it and nothing but its values can
     * change, else the complement of that number, {@code ~Pieces.NOBODY} where it has none.
     */
    int[] codes = new int[16];

    private ViewEntry[] unsettled = new ViewEntry[16];
    private int unsettledCount;
    private int size;

    int size() {
        return size;
    }

    ViewEntry at(int i) {
        ViewEntry entry = list[i];
        assert entry != null;
        return entry;
    }

    @Nullable
    ViewEntry get(StateNode node) {
        int mask = slots.length - 1;
        for (int i = node.hash & mask; ; i = (i + 1) & mask) {
            ViewEntry entry = slots[i];
            if (entry == null || entry.node == node) {
                return entry;
            }
        }
    }

    ViewEntry put(StateNode node) {
        ViewEntry known = get(node);
        if (known != null) {
            return known;
        }
        ViewEntry entry = new ViewEntry(node, this);
        if (size * 2 >= slots.length) {
            grow();
        }
        insert(entry);
        if (size == list.length) {
            list = Arrays.copyOf(list, size * 2);
            codes = Arrays.copyOf(codes, size * 2);
        }
        entry.at = size;
        codes[size] = ~Pieces.NOBODY;
        list[size++] = entry;
        entry.unsettle();
        return entry;
    }

    /** It is to be looked at again when the message is complete. */
    void unsettled(ViewEntry entry) {
        if (unsettledCount == unsettled.length) {
            unsettled = Arrays.copyOf(unsettled, unsettledCount * 2);
        }
        unsettled[unsettledCount++] = entry;
        int code = codes[entry.at];
        codes[entry.at] = code < 0 ? code : ~code;
    }

    /** After a message: finds out of which entries only values can change. */
    void settle(Graph graph) {
        for (int i = 0; i < unsettledCount; i++) {
            ViewEntry entry = unsettled[i];
            entry.unsettled = false;
            if (entry.at != GONE) {
                int number = graph.has(entry.node) ? entry.node.number : Pieces.NOBODY;
                boolean steady = number != Pieces.NOBODY && entry.isSteady();
                codes[entry.at] = steady ? number : ~number;
            }
        }
        Arrays.fill(unsettled, 0, unsettledCount, null);
        unsettledCount = 0;
    }

    private void insert(ViewEntry entry) {
        int mask = slots.length - 1;
        int i = entry.node.hash & mask;
        while (slots[i] != null) {
            i = (i + 1) & mask;
        }
        slots[i] = entry;
    }

    private void grow() {
        slots = new ViewEntry[slots.length * 2];
        for (int i = 0; i < size; i++) {
            insert(at(i));
        }
    }

    void remove(ViewEntry entry) {
        ViewEntry last = at(--size);
        list[entry.at] = last;
        codes[entry.at] = codes[size];
        last.at = entry.at;
        list[size] = null;
        entry.at = GONE;
        int mask = slots.length - 1;
        int hole = entry.node.hash & mask;
        while (slots[hole] != entry) {
            hole = (hole + 1) & mask;
        }
        closeHole(hole, mask);
    }

    /** Moves what follows back, so that every entry stays reachable from its own place. */
    private void closeHole(int hole, int mask) {
        int free = hole;
        slots[free] = null;
        for (int i = (free + 1) & mask; ; i = (i + 1) & mask) {
            ViewEntry entry = slots[i];
            if (entry == null) {
                return;
            }
            int home = entry.node.hash & mask;
            if (((i - home) & mask) >= ((i - free) & mask)) {
                slots[free] = entry;
                slots[i] = null;
                free = i;
            }
        }
    }
}
