package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.jspecify.annotations.Nullable;

/** Fills the zone's spawns, at the beginning and again when the content changes. */
final class Population {

    private static final int TRIES = 64;
    private final LiveWorld world;
    private final Arrivals arrivals;

    Population(LiveWorld world, Arrivals arrivals) {
        this.world = world;
        this.arrivals = arrivals;
    }

    /** Brings living monsters and spawns in line with the content in force. */
    void settle() {
        Map<String, ZoneMap.Spawn> spawns = new HashMap<>();
        world.map().spawns().forEach(spawn -> spawns.put(spawn.id(), spawn));
        Map<String, Integer> counts = new HashMap<>();
        List<LiveMonster> surplus = new ArrayList<>();
        for (LiveMonster monster : world.roster().monsters()) {
            if (!adopt(monster, spawns, counts)) {
                surplus.add(monster);
            }
        }
        surplus.forEach(world::remove);
        for (ZoneMap.Spawn spawn : world.map().spawns()) {
            for (int i = counts.getOrDefault(spawn.id(), 0); i < spawn.count(); i++) {
                add(spawn);
            }
        }
    }

    /** Gives a monster its new definition and spawn; false where there is no place for it any more. */
    private boolean adopt(LiveMonster monster, Map<String, ZoneMap.Spawn> spawns, Map<String, Integer> counts) {
        MonsterDef def = world.content().monsters().get(monster.kind());
        if (def == null) {
            return false;
        }
        ZoneMap.Spawn old = monster.spawn();
        if (old != null) {
            ZoneMap.Spawn spawn = spawns.get(old.id());
            if (spawn == null
                    || !spawn.monster().equals(def.id())
                    || counts.merge(spawn.id(), 1, Integer::sum) > spawn.count()) {
                return false;
            }
            monster.spawn(spawn);
            keepHome(monster, old.area(), spawn.area());
        }
        monster.define(def);
        keepFree(monster);
        return true;
    }

    private void keepHome(LiveMonster monster, ZoneMap.Area before, ZoneMap.Area area) {
        boolean inside = before.equals(area) || area.contains(monster.homeX(), monster.homeY());
        if (!inside || world.map().blocked(monster.homeX(), monster.homeY(), monster.radius())) {
            ZoneMap.Point home = spot(area, monster.radius());
            monster.home(home.x(), home.y());
        }
    }

    /** A changed map may have put a wall where somebody stands. */
    void keepFree(Body body) {
        if (!world.map().blocked(body.x(), body.y(), body.radius())) {
            return;
        }
        ZoneMap.Point free = body instanceof LiveMonster m && m.spawn() != null
                ? new ZoneMap.Point(m.homeX(), m.homeY())
                : arrivals.nearest(body.x(), body.y(), body.radius());
        world.place(body.actor(), free.x(), free.y());
    }

    private void add(ZoneMap.Spawn spawn) {
        MonsterDef def = world.content().monsters().get(spawn.monster());
        if (def == null) {
            return;
        }
        ZoneMap.Point spot = spot(spawn.area(), Body.RADIUS);
        arrivals.monster(def, spawn, spot.x(), spot.y());
    }

    /** A free place in the area: at random, else the first free tile, else the zone's start. */
    ZoneMap.Point spot(ZoneMap.Area area, double radius) {
        for (int i = 0; i < TRIES; i++) {
            double x = world.random().between(area.x(), area.x() + area.width());
            double y = world.random().between(area.y(), area.y() + area.height());
            if (!world.map().blocked(x, y, radius)) {
                return new ZoneMap.Point(x, y);
            }
        }
        ZoneMap.@Nullable Point first = firstFree(area, radius);
        return first == null ? world.map().start() : first;
    }

    private ZoneMap.@Nullable Point firstFree(ZoneMap.Area area, double radius) {
        for (double y = Math.floor(area.y()) + 0.5; y < area.y() + area.height(); y++) {
            for (double x = Math.floor(area.x()) + 0.5; x < area.x() + area.width(); x++) {
                if (!world.map().blocked(x, y, radius)) {
                    return new ZoneMap.Point(x, y);
                }
            }
        }
        return null;
    }
}
