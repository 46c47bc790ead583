package org.hotrealm.skill.book;

import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Flight;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** A skill takes effect: whom it hits, and where. */
final class Landing {

    /** How far from its target, between their bodies, a dash may end and still hit. */
    private static final double REACH = 1.2;

    private final World world;
    private final Effects effects;

    Landing(World world, Effects effects) {
        this.world = world;
        this.effects = effects;
    }

    /** What flew, or dashed, has arrived. Who sent an arrow may be dead by now, but must still be in the world. */
    void arrive(Flight flight) {
        Actor caster = world.actor(flight.source());
        SkillDef skill = world.content().skills().get(flight.skill());
        if (caster == null || skill == null) {
            return;
        }
        Actor target = flight.target() == 0 ? null : world.actor(flight.target());
        double x = target == null ? flight.x() : target.x();
        double y = target == null ? flight.y() : target.y();
        if (Types.dash(skill) == null) {
            hit(caster, skill, flight.target(), x, y);
        } else if (arrived(caster, target)) {
            hit(caster, skill, flight.target(), target == null ? caster.x() : x, target == null ? caster.y() : y);
        }
    }

    /** Whether somebody who dashed can still strike. */
    private static boolean arrived(Actor caster, @Nullable Actor target) {
        return caster.alive()
                && !caster.has(Status.Kind.STUN)
                && (target == null || caster.distance(target) <= REACH + caster.radius() + target.radius());
    }

    void hit(Actor caster, SkillDef skill, int targetId, double x, double y) {
        world.happened(new Event.CastLanded(caster.id(), skill.id(), targetId, x, y));
        boolean any = switch (skill.target()) {
            case SELF -> one(caster, caster, skill);
            case SINGLE -> one(caster, world.actor(targetId), skill);
            case CIRCLE -> skill.range() <= 0 ? all(caster, skill, caster.x(), caster.y()) : all(caster, skill, x, y);
            case CONE, LINE -> ahead(caster, skill, x, y);
        };
        if (any) {
            effects.onCaster(caster, skill);
        }
    }

    private boolean one(Actor caster, @Nullable Actor target, SkillDef skill) {
        if (target == null || !Aim.meant(world, skill, caster, target)) {
            return false;
        }
        effects.onTarget(caster, target, skill, caster.x(), caster.y());
        return true;
    }

    private boolean all(Actor caster, SkillDef skill, double x, double y) {
        List<Actor> hit = Aim.circle(world, caster, skill, x, y);
        hit.forEach(target -> effects.onTarget(caster, target, skill, x, y));
        return !hit.isEmpty();
    }

    private boolean ahead(Actor caster, SkillDef skill, double x, double y) {
        List<Actor> hit = Aim.ahead(world, caster, skill, x, y);
        hit.forEach(target -> effects.onTarget(caster, target, skill, caster.x(), caster.y()));
        return !hit.isEmpty();
    }
}
