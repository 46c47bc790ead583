package org.hotrealm.itests.arena;

/** The xorshift generator of 32 bits: the same numbers in every language. */
final class Xorshift {

    private static final double STEPS = 4_294_967_296.0;

    private int state;

    Xorshift(int seed) {
        state = seed == 0 ? 1 : seed;
    }

    /** In {@code [0, 1)}. */
    double next() {
        int s = state;
        s ^= s << 13;
        s ^= s >>> 17;
        s ^= s << 5;
        state = s;
        return Integer.toUnsignedLong(s) / STEPS;
    }
}
