package org.hotrealm.content.api;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How players get on ({@code realm.json}, {@code progress}).
 *
 * @param bagSlots stacks that a bag holds; money is not counted
 * @param levels the experience at which each level is reached, the first being 0; rising
 * @param strengthPerLevel what each level after the first adds to hit points, mana and attributes, as a share
 */
public record ProgressDef(int bagSlots, List<Integer> levels, double strengthPerLevel) {

    /** 24 slots; 60 levels, level n at 50 · n · (n − 1) experience; a tenth of strength each. */
    public static final ProgressDef USUAL = new ProgressDef(
            24, IntStream.rangeClosed(1, 60).mapToObj(n -> 50 * n * (n - 1)).toList(), 0.1);

    /** Copies the levels. */
    public ProgressDef {
        levels = List.copyOf(levels);
    }

    /** The level that this experience makes, from 1. */
    public int level(int xp) {
        int level = 1;
        while (level < levels.size() && xp >= levels.get(level)) {
            level++;
        }
        return level;
    }

    /** The experience at which a level is reached; that of the last level for all beyond it. */
    public int reached(int level) {
        return levels.get(Math.clamp(level, 1, levels.size()) - 1);
    }

    /** What hit points, mana and attributes are multiplied with at a level. */
    public double strength(int level) {
        return 1 + (level - 1) * strengthPerLevel;
    }
}
