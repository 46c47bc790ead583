package org.hotrealm.realm.testkit;

import java.util.SplittableRandom;
import org.hotrealm.room.api.Randomness;

/** Seeded numbers that count how often they were asked for. */
public final class FakeRandom implements Randomness {

    private final SplittableRandom numbers;
    private long calls;

    /** Numbers from a seed. */
    public FakeRandom(long seed) {
        numbers = new SplittableRandom(seed);
    }

    /** How many numbers have been drawn. */
    public long calls() {
        return calls;
    }

    @Override
    public long nextLong() {
        calls++;
        return numbers.nextLong();
    }

    @Override
    public int nextInt(int bound) {
        calls++;
        return numbers.nextInt(bound);
    }

    @Override
    public double nextDouble() {
        calls++;
        return numbers.nextDouble();
    }
}
