package org.hotrealm.content.api;

import java.util.Map;

/**
 * All content, checked as a whole: every name that is referred to exists.
 *
 * @param revision counts up with each change; the first set is 1
 * @param realm what belongs to the realm as a whole
 * @param monsters by id
 * @param skills by id
 * @param tables loot tables by id
 * @param items by id
 * @param zones by name
 */
public record ContentSet(
        long revision,
        RealmDef realm,
        Map<String, MonsterDef> monsters,
        Map<String, SkillDef> skills,
        Map<String, LootTable> tables,
        Map<String, ItemDef> items,
        Map<String, ZoneMap> zones) {

    /** Copies the maps. */
    public ContentSet {
        monsters = Map.copyOf(monsters);
        skills = Map.copyOf(skills);
        tables = Map.copyOf(tables);
        items = Map.copyOf(items);
        zones = Map.copyOf(zones);
    }

    /** A monster kind that the set is known to have. */
    public MonsterDef monster(String id) {
        return known("monster", id, monsters.get(id));
    }

    /** A skill that the set is known to have. */
    public SkillDef skill(String id) {
        return known("skill", id, skills.get(id));
    }

    /** An item that the set is known to have. */
    public ItemDef item(String id) {
        return known("item", id, items.get(id));
    }

    private static <T> T known(String what, String id, @org.jspecify.annotations.Nullable T found) {
        if (found == null) {
            throw new IllegalArgumentException("there is no %s '%s' in the content".formatted(what, id));
        }
        return found;
    }
}
