package org.hotrealm.content.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an entry or a group of a loot table takes part; all that is given must be so.
 *
 * @param killerLevel the killer's level, or null for any
 * @param classes the killer's hero class is one of these; empty for any
 * @param monsterLevel the monster's level, or null for any
 * @param players how many living players are within 18 tiles of the corpse, or null for any
 * @param firstKill true for the killer's first kill of this kind only, false for all but the first, null for any
 * @param time a part of the realm's day, or null for any
 */
public record LootCondition(
        @Nullable Range killerLevel,
        List<String> classes,
        @Nullable Range monsterLevel,
        @Nullable Range players,
        @Nullable Boolean firstKill,
        @Nullable Span time) {

    /** Met by everything. */
    public static final LootCondition ALWAYS = new LootCondition(null, List.of(), null, null, null, null);

    /** Copies the classes. */
    public LootCondition {
        classes = List.copyOf(classes);
    }

    /**
     * Whole numbers from {@code least} to {@code most}, both included.
     */
    public record Range(int least, int most) {

        /** Whether it holds this number. */
        public boolean holds(int number) {
            return number >= least && number <= most;
        }
    }

    /**
     * A part of a day of {@code daySeconds}: from {@code from} up to but not at {@code to}, in seconds since its beginning;
     * over midnight where {@code from} is above {@code to}. Days are counted from the realm's first tick.
     */
    public record Span(int daySeconds, int from, int to) {

        /** Whether this second of the realm's life lies in it. */
        public boolean holds(long second) {
            long now = Math.floorMod(second, (long) daySeconds);
            return from <= to ? now >= from && now < to : now >= from || now < to;
        }
    }
}
