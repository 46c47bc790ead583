package org.hotrealm.skill.book;

import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Flight;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Tick;

/**
 * One tick of skills: statuses pulse and end, what flies lands, casts go on, wishes are granted or refused. Lives for one
 * tick; what goes on is in the world as {@link Status}, {@link Cast} and {@link Flight}. Numbers of a skill are those in
 * force when it takes effect.
 */
final class Casting {

    private final World world;
    private final Effects effects;
    private final Landing landing;

    Casting(World world, Effects effects) {
        this.world = world;
        this.effects = effects;
        this.landing = new Landing(world, effects);
    }

    void run() {
        List<Actor> active = world.active();
        Pulses.run(world, active);
        List<Flight> flights = world.takeLanding();
        for (int i = 0; i < flights.size(); i++) {
            landing.arrive(flights.get(i));
        }
        for (int i = 0; i < active.size(); i++) {
            Cast cast = active.get(i).cast();
            if (cast != null) {
                goOn(active.get(i), cast);
            }
        }
        List<Intent.Use> wishes = world.take(Intent.Use.class);
        for (int i = 0; i < wishes.size(); i++) {
            grant(wishes.get(i));
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
        int global = holdBack(caster, skill);
        if (ticks > 0) {
            caster.cast(cast);
            tell(caster, "", 0, global);
        } else {
            release(caster, skill, cast, global);
        }
    }

    private Cast aimed(Actor caster, SkillDef skill, Intent.Use wish, long now) {
        boolean self = skill.target() == SkillDef.Target.SELF;
        boolean around =
                (self && Types.dash(skill) == null) || (skill.target() == SkillDef.Target.CIRCLE && skill.range() <= 0);
        Actor target = around ? caster : skill.target() == SkillDef.Target.SINGLE ? world.actor(wish.target()) : null;
        double x = target == null ? wish.x() : target.x();
        double y = target == null ? wish.y() : target.y();
        int id = self ? caster.id() : around || target == null ? 0 : target.id();
        long lands = skill.castMillis() > 0 ? now + world.tick().ticks(skill.castMillis()) : now;
        return new Cast(skill.id(), id, x, y, now, lands);
    }

    private static void turn(Actor caster, Cast cast) {
        if (caster.distance(cast.x(), cast.y()) > 1e-6) {
            caster.face(Math.atan2(cast.y() - caster.y(), cast.x() - caster.x()));
        }
    }

    // Casts

    private void goOn(Actor caster, Cast cast) {
        SkillDef skill = world.content().skills().get(cast.skill());
        if (skill == null || !caster.skills().contains(cast.skill())) {
            abort(caster, cast, "the skill is gone");
        } else if (!caster.alive()) {
            abort(caster, cast, "dead");
        } else if (skill.interruptible() && caster.has(Status.Kind.STUN)) {
            abort(caster, cast, "stunned");
        } else if (skill.interruptible() && Checks.moving(caster)) {
            abort(caster, cast, caster.push() == null ? "moved" : "thrown");
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
        release(caster, skill, cast, 0);
    }

    private void abort(Actor caster, Cast cast, String reason) {
        caster.cast(null);
        world.happened(new Event.CastBroken(caster.id(), cast.skill(), reason));
    }

    // Taking effect

    /** The cast is over: it costs its mana, cools down, and hits, flies or leads somewhere. */
    private void release(Actor caster, SkillDef skill, Cast cast, int global) {
        caster.mana(caster.mana() - skill.cost());
        coolDown(caster, skill, global);
        EffectDef dash = Types.dash(skill);
        long now = world.tick().number();
        int ticks = dash == null ? 0 : Pushes.dash(world, caster, skill, dash, cast);
        if (flies(skill)) {
            Actor target = cast.target() == 0 ? null : world.actor(cast.target());
            double x = target == null ? cast.x() : target.x();
            double y = target == null ? cast.y() : target.y();
            long millis = (long) (caster.distance(x, y) / skill.projectileSpeed() * 1000);
            long lands = now + world.tick().ticks(millis);
            world.launch(new Flight(caster.id(), skill.id(), cast.target(), x, y, now, lands));
        } else if (ticks > 0 && aimedAway(skill)) {
            world.launch(new Flight(caster.id(), skill.id(), cast.target(), cast.x(), cast.y(), now, now + ticks));
        } else {
            landing.hit(caster, skill, cast.target(), cast.x(), cast.y());
        }
    }

    /** Begins the global cooldown; its ticks. */
    private int holdBack(Actor caster, SkillDef skill) {
        if (skill.globalCooldownMillis() <= 0) {
            return 0;
        }
        Tick tick = world.tick();
        int ticks = tick.ticks(skill.globalCooldownMillis());
        caster.globalReadyAt(Math.max(caster.globalReadyAt(), tick.number() + ticks));
        return ticks;
    }

    private void coolDown(Actor caster, SkillDef skill, int global) {
        int ticks = skill.cooldownMillis() > 0 ? world.tick().ticks(skill.cooldownMillis()) : 0;
        if (ticks > 0) {
            caster.readyAt(skill.id(), world.tick().number() + ticks);
        }
        tell(caster, ticks > 0 ? skill.id() : "", ticks, global);
    }

    private void tell(Actor caster, String skill, int ticks, int global) {
        if (caster instanceof Player && (ticks > 0 || global > 0)) {
            world.happened(new Event.Cooling(caster.id(), skill, ticks, global));
        }
    }

    /** What flies is no dash: there the caster itself travels. */
    private static boolean flies(SkillDef skill) {
        return skill.projectileSpeed() > 0 && aimedAway(skill) && Types.dash(skill) == null;
    }

    private static boolean aimedAway(SkillDef skill) {
        return skill.target() == SkillDef.Target.SINGLE
                || (skill.target() == SkillDef.Target.CIRCLE && skill.range() > 0);
    }
}
