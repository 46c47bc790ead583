package org.hotrealm.realm.world;

import java.util.Arrays;
import org.hotrealm.realm.api.ActorVisitor;
import org.jspecify.annotations.Nullable;

/** Where bodies are, in cells of {@value #CELL} tiles, so that neighbours are found without looking at everybody. */
final class Grid {

    static final int CELL = 8;
    private static final int FEW = 32;

    private final int across;
    private final int down;
    private final Body[][] cells;
    /** Where each body of a cell is, x and y in turn, so that a search only touches whom it finds. */
    private final double[][] places;

    private final int[] counts;
    /** A stack: a visitor may search in turn. */
    private @Nullable Body[] found = new Body[64];

    private int top;
    private long[] order = new long[256];
    private @Nullable Body[] sorted = new Body[256];

    Grid(int width, int height) {
        across = Math.max(1, (width + CELL - 1) / CELL);
        down = Math.max(1, (height + CELL - 1) / CELL);
        cells = new Body[across * down][4];
        places = new double[across * down][8];
        counts = new int[across * down];
    }

    void put(Body body) {
        int cell = row(body.y()) * across + column(body.x());
        if (counts[cell] == cells[cell].length) {
            cells[cell] = Arrays.copyOf(cells[cell], counts[cell] * 2);
            places[cell] = Arrays.copyOf(places[cell], counts[cell] * 4);
        }
        body.cell = cell;
        body.slot = counts[cell]++;
        cells[cell][body.slot] = body;
        note(body);
    }

    private void note(Body body) {
        double[] at = places[body.cell];
        at[2 * body.slot] = body.x();
        at[2 * body.slot + 1] = body.y();
    }

    void remove(Body body) {
        if (body.cell < 0) {
            return;
        }
        Body[] cell = cells[body.cell];
        Body last = cell[--counts[body.cell]];
        cell[body.slot] = last;
        last.slot = body.slot;
        note(last);
        body.cell = -1;
    }

    /** Files a body anew after it has moved. */
    void moved(Body body) {
        if (body.cell < 0) {
            return;
        }
        if (body.cell == row(body.y()) * across + column(body.x())) {
            note(body);
        } else {
            remove(body);
            put(body);
        }
    }

    /** Visits the living within the radius, by rising id. */
    void near(double x, double y, double radius, ActorVisitor visitor) {
        int from = top;
        int to = collect(x, y, radius);
        try {
            for (int i = from; i < to; i++) {
                Body body = at(i);
                if (body.hp() > 0) {
                    visitor.visit(body.actor());
                }
            }
        } finally {
            release(from);
        }
    }

    /** Where the next search begins in the stack. */
    int mark() {
        return top;
    }

    /** Finds everybody within the radius, dead or alive, by rising id; they lie from the mark to the end returned. */
    int collect(double x, double y, double radius) {
        int from = top;
        double square = radius * radius;
        int right = column(x + radius);
        int bottom = row(y + radius);
        for (int row = row(y - radius); row <= bottom; row++) {
            for (int column = column(x - radius); column <= right; column++) {
                collect(row * across + column, x, y, square);
            }
        }
        sort(from);
        return top;
    }

    private void collect(int cell, double x, double y, double square) {
        double[] at = places[cell];
        int many = counts[cell];
        for (int i = 0; i < many; i++) {
            double dx = at[2 * i] - x;
            double dy = at[2 * i + 1] - y;
            if (dx * dx + dy * dy <= square) {
                if (top == found.length) {
                    found = Arrays.copyOf(found, top * 2);
                }
                found[top++] = cells[cell][i];
            }
        }
    }

    Body at(int index) {
        return java.util.Objects.requireNonNull(found[index]);
    }

    void release(int mark) {
        Arrays.fill(found, mark, top, null);
        top = mark;
    }

    private void sort(int from) {
        if (top - from > FEW) {
            sortMany(from);
            return;
        }
        for (int i = from + 1; i < top; i++) {
            Body body = at(i);
            int hole = i;
            while (hole > from && at(hole - 1).id() > body.id()) {
                found[hole] = found[hole - 1];
                hole--;
            }
            found[hole] = body;
        }
    }

    /** By id and place in one number, as sorting objects would cost a new array each time. */
    private void sortMany(int from) {
        int many = top - from;
        if (order.length < many) {
            order = new long[Math.max(many, order.length * 2)];
            sorted = new Body[order.length];
        }
        for (int i = 0; i < many; i++) {
            order[i] = (long) at(from + i).id() << 32 | (from + i);
        }
        Arrays.sort(order, 0, many);
        for (int i = 0; i < many; i++) {
            sorted[i] = found[(int) order[i]];
        }
        System.arraycopy(sorted, 0, found, from, many);
        Arrays.fill(sorted, 0, many, null);
    }

    private int column(double x) {
        return Math.clamp((int) Math.floor(x / CELL), 0, across - 1);
    }

    private int row(double y) {
        return Math.clamp((int) Math.floor(y / CELL), 0, down - 1);
    }
}
