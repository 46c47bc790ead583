package org.hotrealm.content.files;

import java.util.List;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ProgressDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.content.api.SkillDef;

/** Turns places of valid files into definitions. */
final class Definitions {

    private Definitions() {}

    static RealmDef realm(Json at) {
        List<RealmDef.Hero> classes =
                List.copyOf(at.get("classes").fields(Definitions::hero).values());
        return new RealmDef(at.text("zone", ""), at.number("sightTiles", 0), classes, progress(at.get("progress")));
    }

    private static RealmDef.Hero hero(String id, Json at) {
        return new RealmDef.Hero(
                id,
                at.text("name", id),
                at.text("text", ""),
                at.integer("hp", 1),
                at.integer("mana", 0),
                at.number("speed", 1),
                at.number("hpPerSecond", 0),
                at.number("manaPerSecond", 0),
                at.integer("respawnMillis", 0),
                at.get("attributes").numbers(),
                at.get("skills").texts());
    }

    private static ProgressDef progress(Json at) {
        ProgressDef usual = ProgressDef.USUAL;
        List<Integer> levels = at.get("levels").items(level -> level.node().intValue());
        return new ProgressDef(
                at.integer("bagSlots", usual.bagSlots()),
                levels.isEmpty() ? usual.levels() : levels,
                at.number("strengthPerLevel", usual.strengthPerLevel()));
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
                at.integer("respawnJitter", 5000),
                split(at.get("split")));
    }

    private static MonsterDef.Split split(Json at) {
        return at.missing()
                ? MonsterDef.Split.NONE
                : new MonsterDef.Split(at.text("into", ""), at.integer("count", 2), at.integer("lastsMillis", 60_000));
    }

    private static MonsterDef.Patrol patrol(Json at) {
        return new MonsterDef.Patrol(
                at.constant("mode", MonsterDef.Patrol.Mode.class, MonsterDef.Patrol.Mode.NONE),
                at.integer("pauseLeast", 1000),
                at.integer("pauseMost", Math.max(4000, at.integer("pauseLeast", 0))));
    }

    /** Formulas that cannot be read count as 0 here; {@link Formulas} tells of them. */
    static SkillDef skill(String id, Json at) {
        return new SkillDef(
                id,
                at.text("name", id),
                at.text("text", ""),
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
        SkillDef.Stacking stacking = at.constant("stacking", SkillDef.Stacking.class, SkillDef.Stacking.REFRESH);
        boolean many = stacking == SkillDef.Stacking.STACK || stacking == SkillDef.Stacking.EXTEND;
        return new SkillDef.EffectDef(
                at.text("type", ""),
                Formulas.read(at.get("amount")),
                at.integer("durationMillis", 0),
                at.integer("everyMillis", 1_000),
                at.text("attribute", ""),
                stacking,
                at.integer("stacks", many ? 3 : 1),
                at.flag("perSource", false),
                at.text("on", "target").equals("caster"),
                at.flag("pierces", false),
                at.number("speed", 16));
    }

    static ItemDef item(String id, Json at) {
        return new ItemDef(
                id,
                at.text("name", id),
                at.constant("kind", ItemDef.Kind.class, ItemDef.Kind.MATERIAL),
                at.constant("rarity", ItemDef.Rarity.class, ItemDef.Rarity.COMMON),
                at.integer("stack", 1),
                at.integer("level", 1),
                at.get("classes").texts(),
                at.get("attributes").numbers(),
                at.text("text", ""));
    }
}
