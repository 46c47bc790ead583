package org.hotrealm.realm.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.MonsterDef.Aggression;
import org.hotrealm.content.api.MonsterDef.Patrol;

/**
 * A kind of monster for tests, with middling numbers; each method gives one with that changed.
 *
 * @param def its definition
 */
public record Beast(MonsterDef def) {

    /** Passive, strolls nowhere, sees 8 tiles all around, has the skill {@code bite}. */
    public static Beast named(String id) {
        return new Beast(new MonsterDef(
                id,
                id,
                1,
                100,
                3,
                1.5,
                Aggression.PASSIVE,
                8,
                360,
                12,
                0,
                2000,
                0,
                new Patrol(Patrol.Mode.NONE, 500, 500),
                Map.of("power", 10.0),
                List.of("bite"),
                "",
                10,
                1000,
                1000,
                0,
                MonsterDef.Split.NONE));
    }

    /** Attacks so. */
    public Beast aggression(Aggression aggression) {
        MonsterDef d = def;
        return with(
                aggression,
                d.sight(),
                d.fieldOfView(),
                d.leash(),
                d.fleeBelow(),
                d.assist(),
                d.patrol(),
                d.skills(),
                d.loot());
    }

    /** Sees so far, over so many degrees. */
    public Beast sight(double tiles, double degrees) {
        MonsterDef d = def;
        return with(
                d.aggression(), tiles, degrees, d.leash(), d.fleeBelow(), d.assist(), d.patrol(), d.skills(), d.loot());
    }

    /** Goes so far from its post. */
    public Beast leash(double tiles) {
        MonsterDef d = def;
        return with(
                d.aggression(),
                d.sight(),
                d.fieldOfView(),
                tiles,
                d.fleeBelow(),
                d.assist(),
                d.patrol(),
                d.skills(),
                d.loot());
    }

    /** Flees below this share of its hit points. */
    public Beast fleesBelow(double share) {
        MonsterDef d = def;
        return with(
                d.aggression(),
                d.sight(),
                d.fieldOfView(),
                d.leash(),
                share,
                d.assist(),
                d.patrol(),
                d.skills(),
                d.loot());
    }

    /** Helps its kind within this distance. */
    public Beast assists(double tiles) {
        MonsterDef d = def;
        return with(
                d.aggression(),
                d.sight(),
                d.fieldOfView(),
                d.leash(),
                d.fleeBelow(),
                tiles,
                d.patrol(),
                d.skills(),
                d.loot());
    }

    /** Strolls so, pausing half a second. */
    public Beast patrols(Patrol.Mode mode) {
        MonsterDef d = def;
        return with(
                d.aggression(),
                d.sight(),
                d.fieldOfView(),
                d.leash(),
                d.fleeBelow(),
                d.assist(),
                new Patrol(mode, 500, 500),
                d.skills(),
                d.loot());
    }

    /** Has these skills, the basic attack first. */
    public Beast skills(String... skills) {
        MonsterDef d = def;
        return with(
                d.aggression(),
                d.sight(),
                d.fieldOfView(),
                d.leash(),
                d.fleeBelow(),
                d.assist(),
                d.patrol(),
                List.of(skills),
                d.loot());
    }

    /** Drops this table. */
    public Beast drops(String table) {
        MonsterDef d = def;
        return with(
                d.aggression(),
                d.sight(),
                d.fieldOfView(),
                d.leash(),
                d.fleeBelow(),
                d.assist(),
                d.patrol(),
                d.skills(),
                table);
    }

    /** Has this attribute beside those it has. */
    public Beast attribute(String name, double value) {
        Map<String, Double> attributes = new HashMap<>(def.attributes());
        attributes.put(name, value);
        MonsterDef d = def;
        return new Beast(new MonsterDef(
                d.id(),
                d.name(),
                d.level(),
                d.hp(),
                d.speed(),
                d.patrolSpeed(),
                d.aggression(),
                d.sight(),
                d.fieldOfView(),
                d.leash(),
                d.fleeBelow(),
                d.fleeMillis(),
                d.assist(),
                d.patrol(),
                attributes,
                d.skills(),
                d.loot(),
                d.xp(),
                d.corpseMillis(),
                d.respawnMillis(),
                d.respawnJitter(),
                d.split()));
    }

    private Beast with(
            Aggression aggression,
            double sight,
            double fieldOfView,
            double leash,
            double fleeBelow,
            double assist,
            Patrol patrol,
            List<String> skills,
            String loot) {
        return new Beast(new MonsterDef(
                def.id(),
                def.name(),
                def.level(),
                def.hp(),
                def.speed(),
                def.patrolSpeed(),
                aggression,
                sight,
                fieldOfView,
                leash,
                fleeBelow,
                def.fleeMillis(),
                assist,
                patrol,
                def.attributes(),
                skills,
                loot,
                def.xp(),
                def.corpseMillis(),
                def.respawnMillis(),
                def.respawnJitter(),
                def.split()));
    }
}
