package org.hotrealm.loot.tables;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.LootTable;

/**
 * The odds that a table declares, reckoned exactly from its data in given circumstances. Protection against bad luck counts
 * in the long run: with {@code p(m)} the chance after {@code m} misses, a group drops once in {@code Σ p(0)-missed·…} tries,
 * that is with the chance {@code 1 / (1 + (1−p(0)) + (1−p(0))(1−p(1)) + …)}.
 */
final class Odds {

    private static final int DEEPEST = 16;
    /** What is less likely to be reached than this does not count. */
    private static final double NEVER = 1e-15;

    private static final int MOST_TRIES = 10_000_000;

    private final ContentSet content;
    private final Circumstances now;

    Odds(ContentSet content, Circumstances now) {
        this.content = content;
        this.now = now;
    }

    /**
     * An item's odds in one roll of the table.
     *
     * @param chance of at least one
     * @param quantity how many on average
     */
    record Of(double chance, double quantity) {}

    /** The odds of each item that the table can come to. */
    Map<String, Of> of(String table) {
        Set<String> items = new HashSet<>();
        collect(table, items, 0);
        Map<String, Of> odds = new TreeMap<>();
        for (String item : items) {
            odds.put(item, new Of(1 - none(table, item, 0), quantity(table, item, 0)));
        }
        return odds;
    }

    private void collect(String id, Set<String> items, int depth) {
        LootTable table = content.tables().get(id);
        if (table == null || depth > DEEPEST) {
            return;
        }
        table.guaranteed().forEach(entry -> collect(entry, items, depth));
        table.groups().forEach(group -> group.entries().forEach(entry -> collect(entry, items, depth)));
    }

    private void collect(LootTable.Entry entry, Set<String> items, int depth) {
        if (entry.table().isEmpty()) {
            items.add(entry.item());
        } else {
            collect(entry.table(), items, depth + 1);
        }
    }

    /** The chance that a group drops anything, in the long run. */
    static double chance(LootTable.Group group) {
        LootTable.BadLuck badLuck = group.badLuck();
        if (badLuck == null) {
            return group.chance();
        }
        double tries = 0;
        double reached = 1;
        for (int misses = 0; misses < MOST_TRIES && reached > NEVER; misses++) {
            tries += reached;
            reached *= 1 - badLuck.chance(group.chance(), misses);
        }
        return 1 / tries;
    }

    /** The chance that a roll of the table comes to none of the item: all that could bring it fails, each on its own. */
    private double none(String id, String item, int depth) {
        LootTable table = content.tables().get(id);
        if (table == null || depth > DEEPEST) {
            return 1;
        }
        double none = 1;
        for (LootTable.Entry entry : table.guaranteed()) {
            none *= now.meet(entry.when()) ? none(entry, item, depth) : 1;
        }
        for (LootTable.Group group : table.groups()) {
            double[] shares = shares(group);
            double brings = 0;
            for (int i = 0; i < shares.length; i++) {
                brings += shares[i] <= 0
                        ? 0
                        : shares[i] * (1 - none(group.entries().get(i), item, depth));
            }
            none *= 1 - chance(group) * brings;
        }
        return none;
    }

    /** The chance of each entry, where the group drops something; all 0 where it does not take part. */
    private double[] shares(LootTable.Group group) {
        Choice choice = new Choice(content.items(), now);
        double total = now.meet(group.when()) ? choice.total(group) : 0;
        double[] shares = new double[group.entries().size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = total <= 0 ? 0 : choice.weight(i) / total;
        }
        return shares;
    }

    private double none(LootTable.Entry entry, String item, int depth) {
        if (entry.table().isEmpty()) {
            return entry.item().equals(item) ? 0 : 1;
        }
        double once = none(entry.table(), item, depth + 1);
        double sum = 0;
        for (int times = entry.least(); times <= entry.most(); times++) {
            sum += Math.pow(once, times);
        }
        return sum / (entry.most() - entry.least() + 1);
    }

    /** How many of the item a roll of the table comes to on average. */
    private double quantity(String id, String item, int depth) {
        LootTable table = content.tables().get(id);
        if (table == null || depth > DEEPEST) {
            return 0;
        }
        double sum = 0;
        for (LootTable.Entry entry : table.guaranteed()) {
            sum += now.meet(entry.when()) ? quantity(entry, item, depth) : 0;
        }
        for (LootTable.Group group : table.groups()) {
            double[] shares = shares(group);
            for (int i = 0; i < shares.length; i++) {
                sum += shares[i] <= 0
                        ? 0
                        : chance(group) * shares[i] * quantity(group.entries().get(i), item, depth);
            }
        }
        return sum;
    }

    private double quantity(LootTable.Entry entry, String item, int depth) {
        double average = (entry.least() + (double) entry.most()) / 2;
        if (entry.table().isEmpty()) {
            return entry.item().equals(item) ? average : 0;
        }
        return average * quantity(entry.table(), item, depth + 1);
    }
}
