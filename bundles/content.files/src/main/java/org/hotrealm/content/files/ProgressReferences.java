package org.hotrealm.content.files;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.LootTable;

/** What no schema can say of items, loot tables and levels, and across them. */
final class ProgressReferences {

    private final Problems problems;
    private final Set<String> files;

    /** Names of a file that is not among these are not held against others: it could not be read. */
    ProgressReferences(Problems problems, Set<String> files) {
        this.problems = problems;
        this.files = files;
    }

    /** What is worn lies alone and is for classes that there are. */
    void items(Json items, Map<String, ItemDef> read, Collection<String> classes) {
        items.fields((id, at) -> at).forEach((id, item) -> {
            ItemDef def = read.get(id);
            if (def != null && def.slot() != null && def.stack() > 1) {
                problems.at(item.get("stack"), "'%s' is worn, so its stack is 1, not %d".formatted(id, def.stack()));
            }
            classes(item.get("classes"), classes);
        });
    }

    private void classes(Json at, Collection<String> classes) {
        if (!files.contains("realm.json")) {
            return;
        }
        for (Json name : at.items()) {
            if (!classes.contains(name.node().stringValue(""))) {
                problems.at(
                        name,
                        "there is no class '%s': %s"
                                .formatted(
                                        name.node().stringValue(""),
                                        NearMiss.suggest(name.node().stringValue(""), classes)));
            }
        }
    }

    /** Levels begin at 0 and rise. */
    void levels(Json levels) {
        List<Json> each = levels.items();
        for (int i = 0; i < each.size(); i++) {
            int now = each.get(i).node().intValue();
            if (i == 0 && now != 0) {
                problems.at(each.get(i), "level 1 is reached at 0 experience, not at %d".formatted(now));
            }
            if (i > 0 && now <= each.get(i - 1).node().intValue()) {
                problems.at(each.get(i), "level %d needs more experience than level %d".formatted(i + 1, i));
            }
        }
    }

    void tables(Json tables, Map<String, LootTable> read, Map<String, ItemDef> items, Collection<String> classes) {
        for (Json table : tables.fields((id, at) -> at).values()) {
            Set<String> names = new HashSet<>();
            for (Json group : table.get("groups").items()) {
                group(group, names, items);
                condition(group.get("when"), classes);
                group.get("entries").items().forEach(entry -> entry(entry, read, classes));
            }
            table.get("guaranteed").items().forEach(entry -> entry(entry, read, classes));
        }
    }

    private void group(Json group, Set<String> names, Map<String, ItemDef> items) {
        String name = group.text("name", "");
        if (!name.isEmpty() && !names.add(name)) {
            problems.at(group.get("name"), "the table has a group '%s' already".formatted(name));
        }
        if (!group.get("badLuck").missing() && name.isEmpty()) {
            problems.at(group.get("badLuck"), "misses are counted by the group's name: give it one");
        }
        Map<String, Double> rarities = group.get("rarities").numbers();
        if (!rarities.isEmpty()) {
            rarities(group, rarities, items);
        }
    }

    private void rarities(Json group, Map<String, Double> rarities, Map<String, ItemDef> items) {
        boolean any = false;
        for (Json entry : group.get("entries").items()) {
            ItemDef item = items.get(entry.text("item", ""));
            if (!entry.get("table").missing()) {
                problems.at(entry.get("table"), "where a rarity is chosen, every choice is an item, no table");
            } else if (item != null) {
                Double weight = rarities.get(item.rarity().name().toLowerCase(java.util.Locale.ROOT));
                any |= weight != null && weight > 0 && entry.number("weight", 1) > 0;
            }
        }
        if (!any && files.contains("items.json")) {
            problems.at(group.get("rarities"), "no choice is of a rarity with a weight above 0, so none can be chosen");
        }
    }

    private void entry(Json entry, Map<String, LootTable> read, Collection<String> classes) {
        condition(entry.get("when"), classes);
        LootTable nested = read.get(entry.text("table", ""));
        int most = entry.integer("most", entry.integer("least", 1));
        if (nested != null && most > 1 && nested.groups().stream().anyMatch(group -> group.badLuck() != null)) {
            problems.at(
                    entry,
                    "table '%s' protects against bad luck, so it is rolled once, not %d times"
                            .formatted(nested.id(), most));
        }
    }

    private void condition(Json at, Collection<String> classes) {
        classes(at.get("classes"), classes);
        for (String range : List.of("killerLevel", "monsterLevel", "players")) {
            Json each = at.get(range);
            if (each.integer("least", 0) > each.integer("most", Integer.MAX_VALUE)) {
                problems.at(each, "least is above most, so this is never so");
            }
        }
        Json time = at.get("time");
        int day = time.integer("daySeconds", 1200);
        if (!time.missing() && (time.integer("from", 0) >= day || time.integer("to", 0) > day)) {
            problems.at(time, "a day has %d seconds: from must be below that, to at most that".formatted(day));
        }
    }
}
