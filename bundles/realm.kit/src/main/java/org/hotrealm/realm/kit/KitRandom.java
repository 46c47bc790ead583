package org.hotrealm.realm.kit;

import org.hotrealm.room.api.Randomness;

/** Seeded numbers: a 64-bit counter stepped by an odd constant and mixed (the SplitMix scheme). */
public final class KitRandom implements Randomness {

    private long state;

    /** Same seed, same numbers. */
    public KitRandom(long seed) {
        state = seed;
    }

    @Override
    public long nextLong() {
        state += 0x9E37_79B9_7F4A_7C15L;
        long z = (state ^ state >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }

    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound %d: must be positive".formatted(bound));
        }
        return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }
}
