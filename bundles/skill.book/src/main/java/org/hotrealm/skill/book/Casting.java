package org.hotrealm.skill.book;

import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Flight;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Tick;
import org.jspecify.annotations.Nullable;

/**
 * One tick of skills: what flies lands, casts go on, wishes are granted or refused. Lives for one tick; what goes on is in
 * the world as {@link Cast} and {@link Flight}. Numbers of a skill are those in force when it takes effect.
 */
final class Casting {

    private final World world;
    private final Effects effects;

    Casting(World world, Effects effects) {
        this.world = world;
        this.effects = effects;
    }

    void run() {
        for (Flight flight : world.takeLanding()) {
            arrive(flight);
        }
        goOn(world.players());
        goOn(world.monsters());
        for (Intent.Use wish : world.take(Intent.Use.class)) {
            grant(wish);
        }
    }

    // Wishes

    private void grant(Intent.Use wish) {
        Actor caster = world.actor(wish.actor());
        if (caster == null) {
            return;
        }
        SkillDef skill = world.content().skills().get(wish.skill());
        String no = !caster.alive()
                ? "the dead use no skills"
                : skill == null
                        ? "there is no skill '%s'".formatted(wish.skill())
                        : Checks.whyNot(world, effects, caster, skill, wish);
        if (no != null || skill == null) {
            world.happened(new Event.Refused(wish.actor(), "use", no == null ? "no such skill" : no));
            return;
        }
        begin(caster, skill, wish);
    }

    private void begin(Actor caster, SkillDef skill, Intent.Use wish) {
        long now = world.tick().number();
        Cast cast = aimed(caster, skill, wish, now);
        turn(caster, cast);
        int ticks = (int) (cast.lands() - now);
        if (ticks > 0 || flies(skill)) {
            world.happened(new Event.CastBegun(caster.id(), skill.id(), cast.target(), cast.x(), cast.y(), ticks));
        }
        if (ticks > 0) {
            caster.cast(cast);
        } else {
            release(caster, skill, cast);
        }
    }

    private Cast aimed(Actor caster, SkillDef skill, Intent.Use wish, long now) {
        boolean around = skill.target() == SkillDef.Target.SELF
                || (skill.target() == SkillDef.Target.CIRCLE && skill.range() <= 0);
        Actor target = around ? caster : skill.target() == SkillDef.Target.SINGLE ? world.actor(wish.target()) : null;
        double x = target == null ? wish.x() : target.x();
        double y = target == null ? wish.y() : target.y();
        int id = around && skill.target() != SkillDef.Target.SELF ? 0 : target == null ? 0 : target.id();
        long lands = skill.castMillis() > 0 ? now + world.tick().ticks(skill.castMillis()) : now;
        return new Cast(skill.id(), id, x, y, now, lands);
    }

    private static void turn(Actor caster, Cast cast) {
        if (caster.distance(cast.x(), cast.y()) > 1e-6) {
            caster.face(Math.atan2(cast.y() - caster.y(), cast.x() - caster.x()));
        }
    }

    // Casts

    private void goOn(List<? extends Actor> actors) {
        for (int i = 0; i < actors.size(); i++) {
            Cast cast = actors.get(i).cast();
            if (cast != null) {
                goOn(actors.get(i), cast);
            }
        }
    }

    private void goOn(Actor caster, Cast cast) {
        SkillDef skill = world.content().skills().get(cast.skill());
        if (skill == null || !caster.skills().contains(cast.skill())) {
            abort(caster, cast, "the skill is gone");
        } else if (!caster.alive()) {
            abort(caster, cast, "dead");
        } else if (skill.interruptible() && Checks.moving(caster)) {
            abort(caster, cast, "moved");
        } else if (world.tick().number() >= cast.lands()) {
            finish(caster, skill, cast);
        }
    }

    private void finish(Actor caster, SkillDef skill, Cast cast) {
        String no = Checks.whyBroken(world, effects, caster, skill, cast.target());
        if (no != null) {
            abort(caster, cast, no);
            return;
        }
        caster.cast(null);
        release(caster, skill, cast);
    }

    private void abort(Actor caster, Cast cast, String reason) {
        caster.cast(null);
        world.happened(new Event.CastBroken(caster.id(), cast.skill(), reason));
    }

    // Taking effect

    /** The cast is over: it costs its mana, cools down, and hits or flies. */
    private void release(Actor caster, SkillDef skill, Cast cast) {
        caster.mana(caster.mana() - skill.cost());
        coolDown(caster, skill);
        if (flies(skill)) {
            Actor target = cast.target() == 0 ? null : world.actor(cast.target());
            double x = target == null ? cast.x() : target.x();
            double y = target == null ? cast.y() : target.y();
            long now = world.tick().number();
            long millis = (long) (caster.distance(x, y) / skill.projectileSpeed() * 1000);
            long lands = now + world.tick().ticks(millis);
            world.launch(new Flight(caster.id(), skill.id(), cast.target(), x, y, now, lands));
        } else {
            hit(caster, skill, cast.target(), cast.x(), cast.y());
        }
    }

    private void coolDown(Actor caster, SkillDef skill) {
        Tick tick = world.tick();
        if (skill.cooldownMillis() > 0) {
            caster.readyAt(skill.id(), tick.number() + tick.ticks(skill.cooldownMillis()));
        }
        if (skill.globalCooldownMillis() <= 0) {
            return;
        }
        long all = tick.number() + tick.ticks(skill.globalCooldownMillis());
        List<String> skills = caster.skills();
        for (int i = 0; i < skills.size(); i++) {
            if (caster.readyAt(skills.get(i)) < all) {
                caster.readyAt(skills.get(i), all);
            }
        }
    }

    private static boolean flies(SkillDef skill) {
        return skill.projectileSpeed() > 0
                && (skill.target() == SkillDef.Target.SINGLE
                        || (skill.target() == SkillDef.Target.CIRCLE && skill.range() > 0));
    }

    /** What flew has arrived. Who sent it may be dead by now, but must still be in the world. */
    private void arrive(Flight flight) {
        Actor caster = world.actor(flight.source());
        SkillDef skill = world.content().skills().get(flight.skill());
        if (caster == null || skill == null) {
            return;
        }
        Actor target = flight.target() == 0 ? null : world.actor(flight.target());
        double x = target == null ? flight.x() : target.x();
        double y = target == null ? flight.y() : target.y();
        hit(caster, skill, flight.target(), x, y);
    }

    private void hit(Actor caster, SkillDef skill, int targetId, double x, double y) {
        world.happened(new Event.CastLanded(caster.id(), skill.id(), targetId, x, y));
        switch (skill.target()) {
            case SELF -> effects.apply(caster, caster, skill);
            case SINGLE -> hitOne(caster, skill, world.actor(targetId));
            case CIRCLE -> {
                boolean around = skill.range() <= 0;
                hitAll(
                        caster,
                        skill,
                        Aim.circle(world, caster, skill, around ? caster.x() : x, around ? caster.y() : y));
            }
            case CONE, LINE -> hitAll(caster, skill, Aim.ahead(world, caster, skill, x, y));
        }
    }

    private void hitOne(Actor caster, SkillDef skill, @Nullable Actor target) {
        if (target != null && Aim.meant(world, skill, caster, target)) {
            effects.apply(caster, target, skill);
        }
    }

    private void hitAll(Actor caster, SkillDef skill, List<Actor> targets) {
        for (Actor target : targets) {
            effects.apply(caster, target, skill);
        }
    }
}
