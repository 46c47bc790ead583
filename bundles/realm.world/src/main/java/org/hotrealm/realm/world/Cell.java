package org.hotrealm.realm.world;

import java.util.Arrays;
import java.util.Objects;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** The bodies in one square of the {@link Grid}, with their ids and places beside them: a search only touches whom it finds. */
final class Cell {

    private @Nullable Body[] bodies = new Body[4];
    private int[] ids = new int[4];
    /** Where each is, x and y in turn. */
    private double[] places = new double[8];

    int size;
    /** The last round of looks in which somebody looked here. */
    private int looked;

    void put(Body body) {
        if (size == bodies.length) {
            bodies = Arrays.copyOf(bodies, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
            places = Arrays.copyOf(places, size * 4);
        }
        body.slot = size++;
        bodies[body.slot] = body;
        note(body);
    }

    void remove(Body body) {
        Body last = Objects.requireNonNull(bodies[--size]);
        bodies[size] = null;
        if (last != body) {
            last.slot = body.slot;
            bodies[last.slot] = last;
            note(last);
        }
    }

    /** It has moved within the cell. */
    void note(Body body) {
        ids[body.slot] = body.id();
        places[2 * body.slot] = body.x();
        places[2 * body.slot + 1] = body.y();
    }

    /** Appends who is within the distance of this square; each key is an id and, below it, where its body is. */
    int collect(double x, double y, double square, @Nullable Body[] found, long[] keys, int top) {
        int end = top;
        for (int i = 0; i < size; i++) {
            if (distance(i, x, y) <= square) {
                found[end] = bodies[i];
                keys[end] = (long) ids[i] << 32 | end;
                end++;
            }
        }
        return end;
    }

    /** What clients are shown is brought up to date, once in each round of looks. */
    void refresh(int round) {
        if (looked != round) {
            looked = round;
            for (int i = 0; i < size; i++) {
                Objects.requireNonNull(bodies[i]).refresh();
            }
        }
    }

    void look(Seen seen, double x, double y, double sight, double leave) {
        for (int i = 0; i < size; i++) {
            double distance = distance(i, x, y);
            if (distance <= leave && !seen.again(ids[i]) && distance <= sight) {
                seen.see(ids[i], Objects.requireNonNull(bodies[i]).shown);
            }
        }
    }

    void remember(Seen seen, StateView view, double x, double y, double leave) {
        for (int i = 0; i < size; i++) {
            Body body = Objects.requireNonNull(bodies[i]);
            if (distance(i, x, y) <= leave && view.has(body.shown)) {
                seen.see(ids[i], body.shown);
            }
        }
    }

    private double distance(int index, double x, double y) {
        double dx = places[2 * index] - x;
        double dy = places[2 * index + 1] - y;
        return dx * dx + dy * dy;
    }
}
