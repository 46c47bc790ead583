package org.hotrealm.content.files;

import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.content.api.SkillDef;

/** Turns places of valid files into definitions. */
final class Definitions {

    private Definitions() {}

    static RealmDef realm(Json at) {
        Json hero = at.get("hero");
        return new RealmDef(
                at.text("zone", ""),
                at.number("sightTiles", 0),
                new RealmDef.Hero(
                        hero.integer("hp", 1),
                        hero.integer("mana", 0),
                        hero.number("speed", 1),
                        hero.number("hpPerSecond", 0),
                        hero.number("manaPerSecond", 0),
                        hero.integer("respawnMillis", 0),
                        hero.get("attributes").numbers(),
                        hero.get("skills").texts()));
    }

    static MonsterDef monster(String id, Json at) {
        double speed = at.number("speed", 1);
        return new MonsterDef(
                id,
                at.text("name", id),
                at.integer("level", 1),
                at.integer("hp", 1),
                speed,
                at.number("patrolSpeed", speed / 2),
                at.constant("aggression", MonsterDef.Aggression.class, MonsterDef.Aggression.PASSIVE),
                at.number("sight", 0),
                at.number("fieldOfView", 360),
                at.number("leash", 1),
                at.number("fleeBelow", 0),
                at.integer("fleeMillis", 4000),
                at.number("assist", 0),
                patrol(at.get("patrol")),
                at.get("attributes").numbers(),
                at.get("skills").texts(),
                at.text("loot", ""),
                at.integer("xp", 0),
                at.integer("corpseMillis", 8000),
                at.integer("respawnMillis", 15000),
                at.integer("respawnJitter", 5000));
    }

    private static MonsterDef.Patrol patrol(Json at) {
        return new MonsterDef.Patrol(
                at.constant("mode", MonsterDef.Patrol.Mode.class, MonsterDef.Patrol.Mode.NONE),
                at.integer("pauseLeast", 1000),
                at.integer("pauseMost", Math.max(4000, at.integer("pauseLeast", 0))));
    }

    static SkillDef skill(String id, Json at) {
        return new SkillDef(
                id,
                at.text("name", id),
                at.constant("target", SkillDef.Target.class, SkillDef.Target.SELF),
                at.number("range", 0),
                at.number("radius", 0),
                at.number("angle", 0),
                at.integer("cost", 0),
                at.integer("cooldownMillis", 0),
                at.integer("globalCooldownMillis", 0),
                at.integer("castMillis", 0),
                at.flag("interruptible", true),
                at.number("projectileSpeed", 0),
                at.get("effects").items(Definitions::effect));
    }

    private static SkillDef.EffectDef effect(Json at) {
        double least = at.number("least", 0);
        return new SkillDef.EffectDef(
                at.text("type", ""),
                least,
                at.number("most", least),
                at.text("scaling", ""),
                at.number("factor", 1),
                at.integer("durationMillis", 0));
    }

    static ItemDef item(String id, Json at) {
        return new ItemDef(
                id,
                at.text("name", id),
                at.constant("kind", ItemDef.Kind.class, ItemDef.Kind.MATERIAL),
                at.constant("rarity", ItemDef.Rarity.class, ItemDef.Rarity.COMMON),
                at.integer("stack", 1),
                at.get("attributes").numbers());
    }

    static LootTable table(String id, Json at) {
        return new LootTable(
                id,
                at.get("guaranteed").items(Definitions::entry),
                at.get("groups")
                        .items(group -> new LootTable.Group(
                                group.number("chance", 1), group.get("entries").items(Definitions::entry))));
    }

    private static LootTable.Entry entry(Json at) {
        int least = at.integer("least", 1);
        return new LootTable.Entry(
                at.text("item", ""), at.text("table", ""), at.number("weight", 1), least, at.integer("most", least));
    }
}
