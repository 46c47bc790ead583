package org.hotrealm.room.engine;

import org.hotrealm.room.api.Randomness;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): one long of state,
 * so that it travels with the room.
 */
final class SplitMix implements Randomness {

    private static final double UNIT = 0x1.0p-53;

    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    /** All there is to know of the numbers to come: the seed of a source that goes on from here. */
    long state() {
        return state;
    }

    @Override
    public long nextLong() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound is %d, it must be positive".formatted(bound));
        }
        // Lemire, "Fast random integer generation in an interval", 2019: multiply and reject the uneven rest.
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xFFFFFFFFL;
        if (low < bound) {
            long uneven = (0x1_0000_0000L - bound) % bound;
            while (low < uneven) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xFFFFFFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }
}
