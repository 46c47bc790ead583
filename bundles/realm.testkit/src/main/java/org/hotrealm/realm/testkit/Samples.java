package org.hotrealm.realm.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.ZoneMap;

/** Content for tests: goblins, wolves, skeletons and slimes, a strike, gold, a potion and a dagger. */
public final class Samples {

    private final Map<String, MonsterDef> monsters = new LinkedHashMap<>();
    private ZoneMap zone;
    private long revision = 1;
    private double sight = 12;
    private RealmDef.Hero hero =
            new RealmDef.Hero("hero", "Hero", "", 100, 50, 4, 2, 2, 3_000, Map.of("power", 10.0), List.of("strike"));

    private Samples(ZoneMap zone) {
        this.zone = zone;
        for (String kind : List.of("goblin", "wolf", "skeleton", "slime")) {
            monsters.put(kind, monster(kind, 40));
        }
    }

    /** Content with this zone. */
    public static Samples with(ZoneMap zone) {
        return new Samples(zone);
    }

    /** A kind of monster with these hit points. */
    public static MonsterDef monster(String kind, int hp) {
        return new MonsterDef(
                kind,
                kind,
                1,
                hp,
                3,
                1.5,
                MonsterDef.Aggression.AGGRESSIVE,
                8,
                360,
                16,
                0.2,
                3_000,
                6,
                new MonsterDef.Patrol(MonsterDef.Patrol.Mode.RANDOM, 500, 1_500),
                Map.of("power", 5.0),
                List.of("strike"),
                "",
                30,
                1_000,
                2_000,
                500,
                MonsterDef.Split.NONE);
    }

    /** Adds or replaces a kind. */
    public Samples kind(MonsterDef def) {
        monsters.put(def.id(), def);
        return this;
    }

    /** Takes a kind out. */
    public Samples without(String kind) {
        monsters.remove(kind);
        return this;
    }

    /** Another zone. */
    public Samples zone(ZoneMap next) {
        zone = next;
        return this;
    }

    /** How far players see. */
    public Samples sight(double tiles) {
        sight = tiles;
        return this;
    }

    /** The hero's numbers. */
    public Samples hero(RealmDef.Hero next) {
        hero = next;
        return this;
    }

    /** The content as it is now; each call counts the revision up. */
    public ContentSet build() {
        SkillDef strike = new SkillDef(
                "strike",
                "Strike",
                "",
                SkillDef.Target.SINGLE,
                1.6,
                0,
                0,
                0,
                800,
                0,
                0,
                false,
                0,
                List.of(SkillDef.EffectDef.of("damage", "6 + 0.5 * power", 0)));
        return new ContentSet(
                revision++,
                new RealmDef(zone.name(), sight, List.of(hero)),
                monsters,
                Map.of("strike", strike),
                Map.of(),
                Map.of(
                        "gold", item("gold", ItemDef.Kind.GOLD, Map.of()),
                        "potion", item("potion", ItemDef.Kind.POTION, Map.of("heal", 30.0)),
                        "dagger", item("dagger", ItemDef.Kind.WEAPON, Map.of("power", 2.0))),
                Map.of(zone.name(), zone));
    }

    private static ItemDef item(String id, ItemDef.Kind kind, Map<String, Double> attributes) {
        return new ItemDef(id, id, kind, ItemDef.Rarity.COMMON, 20, attributes);
    }
}
