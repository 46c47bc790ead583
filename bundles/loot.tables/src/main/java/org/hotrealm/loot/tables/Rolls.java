package org.hotrealm.loot.tables;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.room.api.Randomness;

/**
 * Rolls tables. Of each group that takes part first a number in [0,1) is drawn: below the group's chance one entry is
 * dropped, chosen by a second number and the weights. A nested table is rolled as often as the entry's quantity says.
 * Rolling allocates nothing.
 */
final class Rolls {

    /** Content is checked for tables that hold themselves; this only keeps a tick from hanging should one get through. */
    private static final int DEEPEST = 16;

    /** What is noted as the roll of what is dropped always. */
    private static final double ALWAYS = 1;

    /** Hears what is dropped. */
    interface Sink {
        void dropped(String item, int quantity, String table, double roll);
    }

    private final Map<String, LootTable> tables;
    private final Circumstances now;
    private final Choice choice;
    private final Luck luck;
    private final Randomness random;
    private final Sink sink;

    Rolls(ContentSet content, Circumstances now, Luck luck, Randomness random, Sink sink) {
        this.tables = content.tables();
        this.now = now;
        this.choice = new Choice(content.items(), now);
        this.luck = luck;
        this.random = random;
        this.sink = sink;
    }

    /** Tells what a table comes to this time; nothing where there is no such table. */
    void roll(String table) {
        table(table, 0);
    }

    private void table(String id, int depth) {
        LootTable table = tables.get(id);
        if (table == null || depth > DEEPEST) {
            return;
        }
        List<LootTable.Entry> always = table.guaranteed();
        for (int i = 0; i < always.size(); i++) {
            if (now.meet(always.get(i).when())) {
                entry(id, always.get(i), ALWAYS, depth);
            }
        }
        List<LootTable.Group> groups = table.groups();
        for (int i = 0; i < groups.size(); i++) {
            group(table, groups.get(i), depth);
        }
    }

    /** A group of which nothing can be chosen just now does not take part: that is no miss. */
    private void group(LootTable table, LootTable.Group group, int depth) {
        double total = now.meet(group.when()) ? choice.total(group) : 0;
        if (total <= 0 || !drops(group)) {
            return;
        }
        double roll = random.nextDouble();
        double left = roll * total;
        List<LootTable.Entry> entries = group.entries();
        for (int i = 0; i < entries.size(); i++) {
            left -= choice.weight(i);
            if (left < 0) {
                entry(table.id(), entries.get(i), roll, depth);
                return;
            }
        }
    }

    private boolean drops(LootTable.Group group) {
        LootTable.BadLuck badLuck = group.badLuck();
        if (badLuck == null) {
            return random.chance(group.chance());
        }
        String name = group.counter();
        int misses = luck.misses(name);
        boolean drops = random.chance(badLuck.chance(group.chance(), misses));
        luck.misses(name, drops ? 0 : misses + 1);
        return drops;
    }

    private void entry(String table, LootTable.Entry entry, double roll, int depth) {
        int quantity = entry.least() + random.nextInt(entry.most() - entry.least() + 1);
        if (entry.table().isEmpty()) {
            sink.dropped(entry.item(), quantity, table, roll);
            return;
        }
        for (int i = 0; i < quantity; i++) {
            table(entry.table(), depth + 1);
        }
    }
}
