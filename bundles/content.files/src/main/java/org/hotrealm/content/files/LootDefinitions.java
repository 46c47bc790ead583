package org.hotrealm.content.files;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.LootCondition;
import org.hotrealm.content.api.LootTable;
import org.jspecify.annotations.Nullable;

/** Turns valid loot tables into definitions. */
final class LootDefinitions {

    private LootDefinitions() {}

    static LootTable table(String id, Json at) {
        return new LootTable(
                id,
                at.get("guaranteed").items(LootDefinitions::entry),
                at.get("groups").items(LootDefinitions::group));
    }

    private static LootTable.Group group(Json at) {
        Map<ItemDef.Rarity, Double> rarities = new EnumMap<>(ItemDef.Rarity.class);
        at.get("rarities")
                .numbers()
                .forEach((name, weight) -> rarities.put(ItemDef.Rarity.valueOf(name.toUpperCase(Locale.ROOT)), weight));
        return new LootTable.Group(
                at.text("name", ""),
                at.number("chance", 1),
                at.get("entries").items(LootDefinitions::entry),
                condition(at.get("when")),
                rarities,
                badLuck(at.get("badLuck")));
    }

    private static LootTable.@Nullable BadLuck badLuck(Json at) {
        return at.missing() ? null : new LootTable.BadLuck(at.integer("after", 0), at.number("step", 1));
    }

    private static LootTable.Entry entry(Json at) {
        int least = at.integer("least", 1);
        return new LootTable.Entry(
                at.text("item", ""),
                at.text("table", ""),
                at.number("weight", 1),
                least,
                at.integer("most", least),
                condition(at.get("when")));
    }

    private static LootCondition condition(Json at) {
        if (at.missing()) {
            return LootCondition.ALWAYS;
        }
        Json time = at.get("time");
        return new LootCondition(
                range(at.get("killerLevel")),
                at.get("classes").texts(),
                range(at.get("monsterLevel")),
                range(at.get("players")),
                at.get("firstKill").missing() ? null : at.flag("firstKill", true),
                time.missing()
                        ? null
                        : new LootCondition.Span(
                                time.integer("daySeconds", 1200), time.integer("from", 0), time.integer("to", 0)));
    }

    private static LootCondition.@Nullable Range range(Json at) {
        return at.missing()
                ? null
                : new LootCondition.Range(at.integer("least", 0), at.integer("most", Integer.MAX_VALUE));
    }

    /** The names in a condition that must exist. */
    static List<Json> classes(Json entry) {
        return entry.get("when").get("classes").items();
    }
}
