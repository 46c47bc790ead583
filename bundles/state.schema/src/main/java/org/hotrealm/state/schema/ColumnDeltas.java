package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.List;

/** Encodes, once a tick, what changed in the columns of a state. */
final class ColumnDeltas {
    private final Graph graph;
    private final boolean views;
    private final ByteWriter open;
    private final ByteWriter closed;
    /** Those that hold objects of the state. */
    private final List<StateColumns> all = new ArrayList<>(0);
    /** How many pieces for views the last tick has made. */
    private int pieces;

    ColumnDeltas(Graph graph, boolean views, ByteWriter open, ByteWriter closed) {
        this.graph = graph;
        this.views = views;
        this.open = open;
        this.closed = closed;
    }

    void add(StateColumns columns) {
        all.add(columns);
    }

    void remove(StateColumns columns) {
        all.remove(columns);
    }

    int pieces() {
        return pieces;
    }

    /** Before a tick is encoded: tells who is behind what it will tell. */
    void note(Arrears behind) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).note(behind);
        }
    }

    void begin() {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).beginTick();
        }
    }

    void encode() {
        pieces = 0;
        for (int i = 0; i < all.size(); i++) {
            all.get(i).encode(this);
        }
        graph.pieces.columnsEncoded();
    }

    /** Some of 64 rows from this one on: those watched, and those among them that every client saw before. */
    void rows(StateColumns columns, int first, long watched, long seenByAll) {
        for (long left = watched; left != 0; left &= left - 1) {
            int bit = Long.numberOfTrailingZeros(left);
            if ((seenByAll >>> bit & 1) != 0) {
                openRow(columns, first + bit);
            } else {
                closedRow(columns, first + bit);
            }
        }
    }

    private void openRow(StateColumns columns, int row) {
        int from = open.at;
        columns.store.difference(row, open);
        if (graph.record.mixed && open.at > from) {
            StateObject object = columns.object(row);
            graph.record.touch(object);
            object.deltaFrom = from;
            object.deltaTo = open.at;
        }
    }

    private void closedRow(StateColumns columns, int row) {
        int from = closed.at;
        columns.store.difference(row, closed);
        if (!views) {
            return;
        }
        long[] at = graph.pieces.at;
        int number = columns.numbers[row];
        long special = at[number] & Pieces.SPECIAL;
        if (closed.at > from) {
            at[number] = special | Pieces.piece(from, closed.at);
            pieces++;
        } else if (special == 0) {
            at[number] = 0;
        }
    }
}
