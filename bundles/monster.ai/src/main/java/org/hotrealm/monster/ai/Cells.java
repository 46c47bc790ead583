package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.World;

/** The notes of a search: costs and predecessors of cells, and a heap of those to look at. Reused from search to search. */
final class Cells {

    private final int[] stamp;
    private final int[] cost;
    private final int[] rank;
    private final int[] from;
    /** Where a cell lies in the heap, -1 when it was taken. */
    private final int[] place;

    private final int[] heap;
    private final int[] way;
    private int size;
    /** Counts the searches, from one tick to the next: its stamp tells what a search has noted. */
    private final int[] rounds;

    private int round;

    Cells(World world, int count) {
        stamp = world.scratch("monsters.stamp", count);
        cost = world.scratch("monsters.cost", count);
        rank = world.scratch("monsters.rank", count);
        from = world.scratch("monsters.from", count);
        place = world.scratch("monsters.place", count);
        heap = world.scratch("monsters.heap", count);
        way = world.scratch("monsters.way", count);
        rounds = world.scratch("monsters.rounds", 1);
    }

    void begin() {
        size = 0;
        round = ++rounds[0];
    }

    /** Room for the tiles of a way; what is in it is forgotten with the next one. */
    int[] way() {
        return way;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int cost(int cell) {
        return cost[cell];
    }

    int from(int cell) {
        return from[cell];
    }

    /** Notes a way to a cell, where it is the first or a cheaper one. */
    void reach(int cell, int by, int newCost, int newRank) {
        boolean known = stamp[cell] == round;
        if (known && (place[cell] < 0 || cost[cell] <= newCost)) {
            return;
        }
        stamp[cell] = round;
        cost[cell] = newCost;
        rank[cell] = newRank;
        from[cell] = by;
        if (!known) {
            place[cell] = size;
            heap[size++] = cell;
        }
        up(place[cell]);
    }

    /** Takes the cell of the lowest rank; among equals the one further from the start, then the lower number. */
    int takeBest() {
        int best = heap[0];
        place[best] = -1;
        int last = heap[--size];
        if (size > 0) {
            put(last, 0);
            down(0);
        }
        return best;
    }

    private void up(int at) {
        int cell = heap[at];
        int hole = at;
        while (hole > 0 && before(cell, heap[(hole - 1) / 2])) {
            put(heap[(hole - 1) / 2], hole);
            hole = (hole - 1) / 2;
        }
        put(cell, hole);
    }

    private void down(int at) {
        int cell = heap[at];
        int hole = at;
        while (2 * hole + 1 < size) {
            int child = 2 * hole + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], cell)) {
                break;
            }
            put(heap[child], hole);
            hole = child;
        }
        put(cell, hole);
    }

    private void put(int cell, int at) {
        heap[at] = cell;
        place[cell] = at;
    }

    private boolean before(int a, int b) {
        if (rank[a] != rank[b]) {
            return rank[a] < rank[b];
        }
        return cost[a] != cost[b] ? cost[a] > cost[b] : a < b;
    }
}
