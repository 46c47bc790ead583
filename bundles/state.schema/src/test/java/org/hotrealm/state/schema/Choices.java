package org.hotrealm.state.schema;

import java.util.List;
import java.util.Random;

/**
 * A source of chance that is a list of numbers, so that a failing game shrinks by shrinking the list: fewer numbers are a
 * shorter game, smaller ones a duller game.
 */
final class Choices extends Random {
    static final int LARGEST = 9_999;
    private static final long serialVersionUID = 1L;

    private final transient List<Integer> numbers;
    private int at;

    Choices(List<Integer> numbers) {
        this.numbers = numbers;
    }

    boolean isSpent() {
        return at >= numbers.size();
    }

    private int take() {
        return isSpent() ? 0 : numbers.get(at++);
    }

    @Override
    public int nextInt(int bound) {
        return take() % bound;
    }

    @Override
    public double nextDouble() {
        return (LARGEST - take()) / (LARGEST + 1.0);
    }

    @Override
    public long nextLong() {
        return take() * 0x9e3779b97f4a7c15L;
    }

    @Override
    public int nextInt() {
        return (int) nextLong();
    }
}
