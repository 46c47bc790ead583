package org.hotrealm.content.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a monster may drop ({@code loot.json}).
 *
 * @param id its id
 * @param guaranteed dropped always, where its condition is met
 * @param groups of each at most one entry is dropped
 */
public record LootTable(String id, List<Entry> guaranteed, List<Group> groups) {

    /** Copies the lists, and names the groups' counters of misses: table and group. */
    public LootTable {
        guaranteed = List.copyOf(guaranteed);
        groups = groups.stream().map(group -> group.of(id)).toList();
    }

    /**
     * Entries that exclude each other, chosen by weight.
     *
     * @param name its name among the table's groups; empty where it needs none
     * @param chance probability that the group drops anything
     * @param entries the choices
     * @param when the condition under which the group takes part at all
     * @param rarities where not empty: first a rarity is chosen by these weights among those of the choices, then one of
     *     its entries by the entries' weights
     * @param badLuck how the chance grows after misses, or null for not
     * @param counter under what its misses are counted; set by the table it is in
     */
    public record Group(
            String name,
            double chance,
            List<Entry> entries,
            LootCondition when,
            Map<ItemDef.Rarity, Double> rarities,
            @Nullable BadLuck badLuck,
            String counter) {

        /** Copies the collections. */
        public Group {
            entries = List.copyOf(entries);
            rarities = Map.copyOf(rarities);
        }

        /** A group of no table yet. */
        public Group(
                String name,
                double chance,
                List<Entry> entries,
                LootCondition when,
                Map<ItemDef.Rarity, Double> rarities,
                @Nullable BadLuck badLuck) {
            this(name, chance, entries, when, rarities, badLuck, "");
        }

        /** A plain group. */
        public Group(double chance, List<Entry> entries) {
            this("", chance, entries, LootCondition.ALWAYS, Map.of(), null);
        }

        Group of(String table) {
            return new Group(name, chance, entries, when, rarities, badLuck, table + "/" + name);
        }
    }

    /**
     * One choice.
     *
     * @param item item id; the empty string where {@code table} is set
     * @param table a nested table instead of an item, or the empty string
     * @param weight its share among the group's weights
     * @param least smallest quantity
     * @param most largest quantity
     * @param when the condition under which it is a choice
     */
    public record Entry(String item, String table, double weight, int least, int most, LootCondition when) {

        /** A choice without a condition. */
        public Entry(String item, String table, double weight, int least, int most) {
            this(item, table, weight, least, most, LootCondition.ALWAYS);
        }
    }

    /**
     * Protection against bad luck: after {@code m} tries without a drop the chance of the next is
     * {@code min(1, chance + step · max(0, m − after))}. A drop sets {@code m} to 0.
     *
     * @param after misses before the chance grows
     * @param step what each further miss adds, above 0
     */
    public record BadLuck(int after, double step) {

        /** The chance of a try after so many misses. */
        public double chance(double base, int misses) {
            return Math.min(1, base + step * Math.max(0, misses - after));
        }
    }
}
