package org.hotrealm.realm.world;

import java.util.Arrays;
import java.util.Objects;
import org.hotrealm.realm.api.ActorVisitor;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** Where bodies are, in cells of {@value #CELL} tiles, so that neighbours are found without looking at everybody. */
final class Grid {

    static final int CELL = 8;

    private final int across;
    private final int down;
    private final Cell[] cells;

    /** Whom searches have found. A stack: a visitor may search in turn. */
    private @Nullable Body[] found = new Body[64];
    /** The ids of those, and where each is in {@link #found}; this is what is sorted. */
    private long[] keys = new long[64];

    private int top;
    private final Ascending ascending = new Ascending();
    private int looks;

    Grid(int width, int height) {
        across = Math.max(1, (width + CELL - 1) / CELL);
        down = Math.max(1, (height + CELL - 1) / CELL);
        cells = new Cell[across * down];
        Arrays.setAll(cells, cell -> new Cell());
    }

    void put(Body body) {
        body.cell = row(body.y()) * across + column(body.x());
        cells[body.cell].put(body);
    }

    void remove(Body body) {
        if (body.cell >= 0) {
            cells[body.cell].remove(body);
            body.cell = -1;
        }
    }

    /** Files a body anew after it has moved. */
    void moved(Body body) {
        if (body.cell < 0) {
            return;
        }
        if (body.cell == row(body.y()) * across + column(body.x())) {
            cells[body.cell].note(body);
        } else {
            remove(body);
            put(body);
        }
    }

    /** Visits the living within the radius, by rising id. */
    void near(double x, double y, double radius, ActorVisitor visitor) {
        int from = top;
        collect(x, y, radius);
        int to = top;
        ascending.sort(keys, from, to);
        try {
            for (int i = from; i < to; i++) {
                Body body = Objects.requireNonNull(found[(int) keys[i]]);
                if (body.hp() > 0) {
                    visitor.visit(body.actor());
                }
            }
        } finally {
            Arrays.fill(found, from, to, null);
            top = from;
        }
    }

    private void collect(double x, double y, double radius) {
        double square = radius * radius;
        int right = column(x + radius);
        int bottom = row(y + radius);
        for (int row = row(y - radius); row <= bottom; row++) {
            for (int column = column(x - radius); column <= right; column++) {
                Cell cell = cells[row * across + column];
                reserve(cell.size);
                top = cell.collect(x, y, square, found, keys, top);
            }
        }
    }

    private void reserve(int more) {
        if (top + more > found.length) {
            int length = Math.max(top + more, found.length * 2);
            found = Arrays.copyOf(found, length);
            keys = Arrays.copyOf(keys, length);
        }
    }

    /** A round of looks begins: what bodies show is brought up to date where somebody looks, once for all who do. */
    void beginLooks() {
        looks++;
    }

    /** Notes whoever is within sight, and those seen before as far as {@code leave}. */
    void look(Seen seen, double x, double y, double sight, double leave) {
        int right = column(x + leave);
        int bottom = row(y + leave);
        for (int row = row(y - leave); row <= bottom; row++) {
            for (int column = column(x - leave); column <= right; column++) {
                if (gap(column, across, x) + gap(row, down, y) <= leave * leave) {
                    Cell cell = cells[row * across + column];
                    cell.refresh(looks);
                    cell.look(seen, x, y, sight * sight, leave * leave);
                }
            }
        }
    }

    /** Notes whoever is in the view and within this distance. */
    void remember(Seen seen, StateView view, double x, double y, double leave) {
        for (Cell cell : cells) {
            cell.remember(seen, view, x, y, leave * leave);
        }
    }

    /** The square of the distance to a row or column; whoever is off the map counts as in the last. */
    private static double gap(int index, int count, double at) {
        double before = index == 0 ? 0 : index * CELL - at;
        double after = index == count - 1 ? 0 : at - (index + 1) * CELL;
        double gap = Math.max(0, Math.max(before, after));
        return gap * gap;
    }

    private int column(double x) {
        return Math.clamp((int) Math.floor(x / CELL), 0, across - 1);
    }

    private int row(double y) {
        return Math.clamp((int) Math.floor(y / CELL), 0, down - 1);
    }
}
