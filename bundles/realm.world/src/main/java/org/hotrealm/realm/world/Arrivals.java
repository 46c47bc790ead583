package org.hotrealm.realm.world;

import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.jspecify.annotations.Nullable;

/** How players and monsters come into a world, and the free places they come to. */
final class Arrivals {

    private final LiveWorld world;

    Arrivals(LiveWorld world) {
        this.world = world;
    }

    LivePlayer player(String sessionId, String name, String heroClass) {
        if (world.roster().player(sessionId) != null) {
            throw new IllegalArgumentException("session '%s' has a player already".formatted(sessionId));
        }
        String known = world.content().realm().hero(heroClass).id();
        LivePlayer player = new LivePlayer(world, world.nextId(), sessionId, name, known);
        player.refit();
        player.hp(player.maxHp());
        player.mana(player.maxMana());
        ZoneMap.Point start = world.map().start();
        ZoneMap.Point free = nearest(start.x(), start.y(), player.radius());
        player.moveTo(free.x(), free.y());
        world.roster().add(player);
        return player;
    }

    /** A monster of no spawn, here or as near as there is room. */
    LiveMonster monster(String kind, double x, double y) {
        MonsterDef def = world.content().monster(kind);
        if (!world.map().blocked(x, y, Body.RADIUS)) {
            return monster(def, null, x, y);
        }
        ZoneMap.Point free = nearest(x, y, Body.RADIUS);
        return monster(def, null, free.x(), free.y());
    }

    LiveMonster monster(MonsterDef def, ZoneMap.@Nullable Spawn spawn, double x, double y) {
        LiveMonster monster = new LiveMonster(world, world.nextId(), def, spawn);
        monster.define(def);
        monster.hp(monster.maxHp());
        monster.mana(monster.maxMana());
        monster.home(x, y);
        monster.moveTo(x, y);
        monster.face(world.random().between(-Math.PI, Math.PI));
        world.roster().add(monster);
        return monster;
    }

    /** The free tile nearest to a place, ring by ring; the zone's start where all is blocked. */
    ZoneMap.Point nearest(double x, double y, double radius) {
        double tileX = Math.floor(x) + 0.5;
        double tileY = Math.floor(y) + 0.5;
        int most = Math.max(world.map().width(), world.map().height());
        for (int ring = 0; ring < most; ring++) {
            ZoneMap.@Nullable Point best = nearestOfRing(x, y, tileX, tileY, ring, radius);
            if (best != null) {
                return best;
            }
        }
        return world.map().start();
    }

    private ZoneMap.@Nullable Point nearestOfRing(
            double x, double y, double tileX, double tileY, int ring, double radius) {
        ZoneMap.@Nullable Point best = null;
        double least = Double.MAX_VALUE;
        for (int dy = -ring; dy <= ring; dy++) {
            int step = Math.abs(dy) == ring ? 1 : Math.max(1, 2 * ring);
            for (int dx = -ring; dx <= ring; dx += step) {
                double distance = Math.hypot(tileX + dx - x, tileY + dy - y);
                if (distance < least && !world.map().blocked(tileX + dx, tileY + dy, radius)) {
                    least = distance;
                    best = new ZoneMap.Point(tileX + dx, tileY + dy);
                }
            }
        }
        return best;
    }
}
