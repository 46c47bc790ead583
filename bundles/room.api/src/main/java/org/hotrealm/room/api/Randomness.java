package org.hotrealm.room.api;

import org.osgi.annotation.versioning.ProviderType;

/** A room's seeded random numbers. Same seed, same calls: same numbers on every machine. Room thread only. */
@ProviderType
public interface Randomness {

    /** 64 even random bits. */
    long nextLong();

    /** Even in {@code [0, bound)}; bound must be positive. */
    int nextInt(int bound);

    /** Even in {@code [0, 1)}. */
    double nextDouble();

    /** Even in {@code [from, to)}; {@code from} where both are equal. */
    default double between(double from, double to) {
        return from + (to - from) * nextDouble();
    }

    /** True with this probability; never at 0, always at 1. */
    default boolean chance(double probability) {
        return nextDouble() < probability;
    }
}
