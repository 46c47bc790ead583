package org.hotrealm.loot.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.LootTable;
import org.jspecify.annotations.Nullable;

/**
 * The weights by which one entry of a group is chosen, the same for rolling and for reckoning odds. Holds those of the group
 * that was looked at last.
 */
final class Choice {

    private static final ItemDef.Rarity[] RARITIES = ItemDef.Rarity.values();

    private final Map<String, ItemDef> items;
    private final Circumstances now;
    private final double[] byRarity = new double[RARITIES.length];
    private double[] weights = new double[16];

    Choice(Map<String, ItemDef> items, Circumstances now) {
        this.items = items;
        this.now = now;
    }

    /** Looks at a group; the sum of its entries' weights, 0 where nothing can be chosen. */
    double total(LootTable.Group group) {
        List<LootTable.Entry> entries = group.entries();
        if (weights.length < entries.size()) {
            weights = new double[entries.size() * 2];
        }
        double total = 0;
        for (int i = 0; i < entries.size(); i++) {
            LootTable.Entry entry = entries.get(i);
            weights[i] = now.meet(entry.when()) ? entry.weight() : 0;
            total += weights[i];
        }
        return group.rarities().isEmpty() || total <= 0 ? total : shareByRarity(group);
    }

    /** Each entry's weight becomes the share of its rarity times its own share within it. */
    private double shareByRarity(LootTable.Group group) {
        List<LootTable.Entry> entries = group.entries();
        Arrays.fill(byRarity, 0);
        for (int i = 0; i < entries.size(); i++) {
            int rarity = rarity(entries.get(i));
            if (rarity >= 0) {
                byRarity[rarity] += weights[i];
            }
        }
        double total = 0;
        for (int i = 0; i < entries.size(); i++) {
            int rarity = rarity(entries.get(i));
            double all = rarity < 0 ? 0 : byRarity[rarity];
            weights[i] = all <= 0 ? 0 : group.rarities().getOrDefault(RARITIES[rarity], 0.0) * weights[i] / all;
            total += weights[i];
        }
        return total;
    }

    @SuppressWarnings("EnumOrdinal") // an index of its own arrays
    private int rarity(LootTable.Entry entry) {
        @Nullable ItemDef item = items.get(entry.item());
        return item == null ? -1 : item.rarity().ordinal();
    }

    /** The weight of an entry of the group looked at last. */
    double weight(int entry) {
        return weights[entry];
    }
}
