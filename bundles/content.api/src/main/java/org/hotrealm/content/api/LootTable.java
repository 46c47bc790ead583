package org.hotrealm.content.api;

import java.util.List;

/**
 * What a monster may drop ({@code loot.json}).
 *
 * @param id its id
 * @param guaranteed dropped always
 * @param groups of each at most one entry is dropped
 */
public record LootTable(String id, List<Entry> guaranteed, List<Group> groups) {

    /** Copies the lists. */
    public LootTable {
        guaranteed = List.copyOf(guaranteed);
        groups = List.copyOf(groups);
    }

    /**
     * Entries that exclude each other, chosen by weight.
     *
     * @param chance probability that the group drops anything
     * @param entries the choices
     */
    public record Group(double chance, List<Entry> entries) {

        /** Copies the entries. */
        public Group {
            entries = List.copyOf(entries);
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
     */
    public record Entry(String item, String table, double weight, int least, int most) {}
}
