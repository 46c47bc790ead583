package org.hotrealm.realm.api;

import java.util.Arrays;

/**
 * A way across the map.
 *
 * @param xs tiles from the left of each corner (centres of tiles)
 * @param ys tiles from the top of each corner
 * @param next index of the corner to walk to
 */
public record Path(double[] xs, double[] ys, int next) {

    /** The same way, one corner further. */
    public Path advance() {
        return new Path(xs, ys, next + 1);
    }

    /** Whether the last corner is passed. */
    public boolean done() {
        return next >= xs.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path p && p.next == next && Arrays.equals(p.xs, xs) && Arrays.equals(p.ys, ys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(xs) * 31 + next;
    }
}
