package org.hotrealm.realm.world;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.jspecify.annotations.Nullable;

/** Stands in for definitions that a parcel names and the content does not know; settling removes who has them. */
final class Kinds {

    private static final MonsterDef.Patrol STILL = new MonsterDef.Patrol(MonsterDef.Patrol.Mode.NONE, 0, 0);
    private static final ZoneMap.Area NOWHERE = new ZoneMap.Area(0, 0, 0, 0);

    private Kinds() {}

    static MonsterDef of(ContentSet content, String kind) {
        MonsterDef known = content.monsters().get(kind);
        return known != null ? known : unknown(kind);
    }

    static ZoneMap.@Nullable Spawn spawn(ZoneMap map, @Nullable String id, String kind) {
        if (id == null) {
            return null;
        }
        for (ZoneMap.Spawn spawn : map.spawns()) {
            if (spawn.id().equals(id)) {
                return spawn;
            }
        }
        return new ZoneMap.Spawn(id, kind, 0, NOWHERE, "");
    }

    private static MonsterDef unknown(String kind) {
        return new MonsterDef(
                kind,
                kind,
                1,
                1,
                0,
                0,
                MonsterDef.Aggression.PASSIVE,
                0,
                360,
                0,
                0,
                0,
                0,
                STILL,
                Map.of(),
                List.of(),
                "",
                0,
                0,
                0,
                0,
                MonsterDef.Split.NONE);
    }
}
