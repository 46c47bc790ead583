package org.hotrealm.loot.tables;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.room.api.Randomness;

/** Many rolls of a table by one made up player, counted. */
final class Trial {

    /** What was counted of an item: in how many rolls it was, and how many there were. */
    static final class Counted {
        long rolls;
        long quantity;
        private long lastRoll = -1;
    }

    private final Map<String, Counted> counted = new TreeMap<>();
    private long roll;

    private Trial() {}

    /** Rolls so often; the same seed comes to the same. */
    static Map<String, Counted> run(ContentSet content, String table, Circumstances now, long rolls, long seed) {
        Trial trial = new Trial();
        Rolls dice = new Rolls(content, now, Luck.counted(), new Seeded(seed), trial::count);
        for (trial.roll = 0; trial.roll < rolls; trial.roll++) {
            dice.roll(table);
        }
        return trial.counted;
    }

    private void count(String item, int quantity, String table, double number) {
        Counted of = counted.get(item);
        if (of == null) {
            of = new Counted();
            counted.put(item, of);
        }
        of.quantity += quantity;
        if (of.lastRoll != roll) {
            of.lastRoll = roll;
            of.rolls++;
        }
    }

    /** Numbers of its own, so that a trial touches no room's. */
    private static final class Seeded implements Randomness {

        private final SplittableRandom numbers;

        Seeded(long seed) {
            numbers = new SplittableRandom(seed);
        }

        @Override
        public long nextLong() {
            return numbers.nextLong();
        }

        @Override
        public int nextInt(int bound) {
            return numbers.nextInt(bound);
        }

        @Override
        public double nextDouble() {
            return numbers.nextDouble();
        }
    }
}
