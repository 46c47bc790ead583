package org.hotrealm.skill.book;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Push;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** Movements that are not walking: knockbacks and dashes. The MOVE phase carries them out from the next tick on. */
final class Pushes {

    /** Room that a dash leaves between its caster and its target, beside their bodies. */
    private static final double ROOM = 0.2;

    private static final double LEAST = 0.05;

    private Pushes() {}

    /** Throws somebody away from a point; from right upon it, to where the source looks. */
    static void knock(World world, Actor source, Actor target, EffectDef effect, double tiles, double x, double y) {
        if (target instanceof Monster monster && monster.immune()) {
            return;
        }
        double away = target.distance(x, y) < 1e-6 ? source.facing() : Math.atan2(target.y() - y, target.x() - x);
        int ticks = push(world, target, away, tiles, effect.speed());
        if (ticks > 0) {
            double toX = target.x() + Math.cos(away) * tiles;
            double toY = target.y() + Math.sin(away) * tiles;
            world.happened(new Event.Knocked(target.id(), source.id(), toX, toY, ticks));
        }
    }

    /** The caster dashes to where a cast is aimed; the ticks it takes. */
    static int dash(World world, Actor caster, SkillDef skill, EffectDef effect, Cast cast) {
        @Nullable Actor target = skill.target() == SkillDef.Target.SINGLE ? world.actor(cast.target()) : null;
        double x = target == null ? cast.x() : target.x();
        double y = target == null ? cast.y() : target.y();
        double distance = caster.distance(x, y);
        boolean ahead = distance < LEAST;
        double direction = ahead ? caster.facing() : Math.atan2(y - caster.y(), x - caster.x());
        double room = target == null ? 0 : caster.radius() + target.radius() + ROOM;
        double tiles = Math.clamp(ahead ? skill.range() : distance - room, 0, skill.range());
        int ticks = push(world, caster, direction, tiles, effect.speed());
        double toX = caster.x() + Math.cos(direction) * tiles;
        double toY = caster.y() + Math.sin(direction) * tiles;
        world.happened(new Event.Dashed(caster.id(), skill.id(), toX, toY, ticks));
        return ticks;
    }

    private static int push(World world, Actor actor, double direction, double tiles, double speed) {
        if (tiles < LEAST) {
            return 0;
        }
        double seconds = world.tick().seconds();
        int ticks = (int) Math.ceil(tiles / (speed * seconds) - 1e-9);
        double velocity = tiles / (ticks * seconds);
        long until = world.tick().number() + ticks;
        actor.push(new Push(Math.cos(direction) * velocity, Math.sin(direction) * velocity, until));
        return ticks;
    }
}
