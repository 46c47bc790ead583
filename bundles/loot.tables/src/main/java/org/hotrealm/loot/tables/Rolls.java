package org.hotrealm.loot.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.loot.api.LootRule.Roll;
import org.hotrealm.room.api.Randomness;

/**
 * Rolls tables. Of each group first a number in [0,1) is drawn: below the group's chance one entry is dropped, chosen by a
 * second number and the weights. A nested table is rolled as often as the entry's quantity says.
 */
final class Rolls {

    /** Content is checked for tables that hold themselves; this only keeps a tick from hanging should one get through. */
    private static final int DEEPEST = 16;

    /** What is noted as the roll of what is dropped always. */
    private static final double ALWAYS = 1;

    private final Map<String, LootTable> tables;
    private final Randomness random;
    private final List<Roll> rolled = new ArrayList<>();

    private Rolls(Map<String, LootTable> tables, Randomness random) {
        this.tables = tables;
        this.random = random;
    }

    /** What a table comes to this time; nothing where there is no such table. */
    static List<Roll> of(Map<String, LootTable> tables, String table, Randomness random) {
        Rolls rolls = new Rolls(tables, random);
        rolls.table(table, 0);
        return rolls.rolled;
    }

    private void table(String id, int depth) {
        LootTable table = tables.get(id);
        if (table == null || depth > DEEPEST) {
            return;
        }
        List<LootTable.Entry> always = table.guaranteed();
        for (int i = 0; i < always.size(); i++) {
            entry(id, always.get(i), ALWAYS, depth);
        }
        List<LootTable.Group> groups = table.groups();
        for (int i = 0; i < groups.size(); i++) {
            group(id, groups.get(i), depth);
        }
    }

    private void group(String table, LootTable.Group group, int depth) {
        if (!random.chance(group.chance())) {
            return;
        }
        double roll = random.nextDouble();
        double left = roll * total(group.entries());
        for (LootTable.Entry entry : group.entries()) {
            left -= entry.weight();
            if (left < 0) {
                entry(table, entry, roll, depth);
                return;
            }
        }
    }

    private static double total(List<LootTable.Entry> entries) {
        double total = 0;
        for (int i = 0; i < entries.size(); i++) {
            total += entries.get(i).weight();
        }
        return total;
    }

    private void entry(String table, LootTable.Entry entry, double roll, int depth) {
        int quantity = entry.least() + random.nextInt(entry.most() - entry.least() + 1);
        if (entry.table().isEmpty()) {
            rolled.add(new Roll(entry.item(), quantity, table, roll));
            return;
        }
        for (int i = 0; i < quantity; i++) {
            table(entry.table(), depth + 1);
        }
    }
}
