package org.hotrealm.realm.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.ZoneMap;

/** The content of a test's realm, put together piece by piece. A hero has 100 hit points and 50 mana. */
public final class Kit {

    private final ZoneMap zone;
    private final Map<String, MonsterDef> monsters = new HashMap<>();
    private final Map<String, SkillDef> skills = new HashMap<>();
    private final Map<String, LootTable> tables = new HashMap<>();
    private final Map<String, ItemDef> items = new HashMap<>();
    private final List<String> heroSkills = new ArrayList<>();

    /** On this zone; with the monsters' skill {@code bite}: single, range 1.3, damage 5, once a second. */
    public Kit(Sketch sketch) {
        this.zone = sketch.zone();
        skill(bite());
    }

    private static SkillDef bite() {
        return new SkillDef(
                "bite",
                "Bite",
                "",
                SkillDef.Target.SINGLE,
                1.3,
                0,
                0,
                0,
                1000,
                0,
                0,
                true,
                0,
                List.of(SkillDef.EffectDef.of("damage", "5", 0)));
    }

    /** Adds a kind of monster. */
    public Kit monster(Beast beast) {
        monsters.put(beast.def().id(), beast.def());
        return this;
    }

    /** Adds a skill. */
    public Kit skill(SkillDef skill) {
        skills.put(skill.id(), skill);
        return this;
    }

    /** Adds a skill that heroes have. */
    public Kit heroSkill(SkillDef skill) {
        heroSkills.add(skill.id());
        return skill(skill);
    }

    /** Adds a loot table. */
    public Kit table(LootTable table) {
        tables.put(table.id(), table);
        return this;
    }

    /** Adds a material of this id, stacked by 100. */
    public Kit item(String id) {
        items.put(id, new ItemDef(id, id, ItemDef.Kind.MATERIAL, ItemDef.Rarity.COMMON, 100, Map.of()));
        return this;
    }

    /** All of it as one set. */
    public ContentSet content() {
        RealmDef.Hero hero =
                new RealmDef.Hero("hero", "Hero", "", 100, 50, 4, 0, 0, 1000, Map.of("power", 10.0), heroSkills);
        RealmDef realm = new RealmDef(zone.name(), 18, List.of(hero));
        return new ContentSet(1, realm, monsters, skills, tables, items, Map.of(zone.name(), zone));
    }

    /** A realm of this content whose random numbers come from this seed, at 20 ticks a second. */
    public TestRealm realm(long seed) {
        return new TestRealm(content(), seed);
    }
}
