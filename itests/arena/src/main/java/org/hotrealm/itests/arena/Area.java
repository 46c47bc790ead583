package org.hotrealm.itests.arena;

import java.util.Arrays;

/**
 * A coarse grid over numbered things: which lie near a place. Filled anew as often as it is to be exact; nothing is
 * allocated by that. One thread.
 */
final class Area {

    private final double cellSize;
    private final int cells;
    /** Where the numbers of each cell begin in {@link #sorted}; the last one is where all end. */
    private final int[] begins;

    private final int[] fill;
    private final int[] cellOf;
    private final int[] things;
    private final int[] sorted;
    private int count;

    Area(double size, double cellSize, int most) {
        this.cellSize = cellSize;
        cells = Math.max(1, (int) Math.ceil(size / cellSize));
        begins = new int[cells * cells + 1];
        fill = new int[cells * cells];
        cellOf = new int[most];
        things = new int[most];
        sorted = new int[most];
    }

    void clear() {
        count = 0;
        Arrays.fill(begins, 0);
    }

    void put(int thing, float x, float y) {
        int cell = cell(y) * cells + cell(x);
        things[count] = thing;
        cellOf[count++] = cell;
        begins[cell + 1]++;
    }

    /** To be called after the last {@link #put}. */
    void sort() {
        for (int cell = 0; cell < fill.length; cell++) {
            begins[cell + 1] += begins[cell];
            fill[cell] = begins[cell];
        }
        for (int i = 0; i < count; i++) {
            sorted[fill[cellOf[i]]++] = things[i];
        }
    }

    int cell(double at) {
        int cell = (int) (at / cellSize);
        return cell < 0 ? 0 : Math.min(cell, cells - 1);
    }

    /** The first place in {@link #thing} of what lies in the cells from {@code column} on in this row. */
    int begin(int row, int column) {
        return begins[row * cells + column];
    }

    /** Behind the last place of what lies in this cell; cells of a row follow each other. */
    int end(int row, int column) {
        return begins[row * cells + column + 1];
    }

    int thing(int place) {
        return sorted[place];
    }
}
