package org.hotrealm.skill.book;

import java.util.Locale;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** Whether a skill may be used, and why not. */
final class Checks {

    /** How far a target may have run beyond the range while the cast went on. */
    private static final double RUN_ON = 1.5;

    private Checks() {}

    /** Why this wish is refused, for people, or null where it is granted. */
    static @Nullable String whyNot(World world, Effects effects, Actor caster, SkillDef skill, Intent.Use wish) {
        if (!caster.skills().contains(skill.id())) {
            return "you do not know " + skill.name();
        }
        String missing = effects.missing(skill);
        if (missing != null) {
            return "nothing installed provides the effect '%s' of %s".formatted(missing, skill.name());
        }
        if (caster.has(Status.Kind.STUN)) {
            return "you are stunned";
        }
        if (caster.cast() != null) {
            return "already casting";
        }
        long wait = caster.usableAt(skill.id()) - world.tick().number();
        if (wait > 0) {
            return String.format(
                    Locale.ROOT,
                    "%s is ready in %.1f s",
                    skill.name(),
                    wait * world.tick().seconds());
        }
        if (caster.mana() < skill.cost()) {
            return "%s needs %d mana, you have %d".formatted(skill.name(), skill.cost(), caster.mana());
        }
        if (skill.castMillis() > 0 && skill.interruptible() && moving(caster)) {
            return "stand still to cast " + skill.name();
        }
        if (Types.dash(skill) != null && caster.has(Status.Kind.ROOT)) {
            return "you are rooted";
        }
        if (caster instanceof Player && !Sides.helpful(skill) && world.map().safe(caster.x(), caster.y())) {
            return "no fighting in a safe area";
        }
        return aim(world, caster, skill, wish);
    }

    /** Whether it gets anywhere: steps that a root holds back are none. */
    static boolean moving(Actor actor) {
        return actor.push() != null || ((actor.velocityX() != 0 || actor.velocityY() != 0) && actor.pace() > 0);
    }

    private static @Nullable String aim(World world, Actor caster, SkillDef skill, Intent.Use wish) {
        return switch (skill.target()) {
            case SELF, CONE, LINE -> null;
            case SINGLE -> single(world, caster, skill, world.actor(wish.target()));
            case CIRCLE -> skill.range() <= 0 ? null : point(world, caster, skill, wish.x(), wish.y());
        };
    }

    private static @Nullable String single(World world, Actor caster, SkillDef skill, @Nullable Actor target) {
        if (target == null) {
            return "no target";
        }
        if (!target.alive()) {
            return "%s is dead".formatted(target.name());
        }
        if (!Sides.meant(skill, caster, target)) {
            return Sides.helpful(skill) ? "that is no friend" : "that is no enemy";
        }
        if (!Aim.meant(world, skill, caster, target)) {
            return "%s is in a safe area".formatted(target.name());
        }
        return point(world, caster, skill, target.x(), target.y());
    }

    private static @Nullable String point(World world, Actor caster, SkillDef skill, double x, double y) {
        double distance = caster.distance(x, y);
        if (!(distance <= skill.range())) {
            return String.format(
                    Locale.ROOT, "too far: %.1f tiles, %s reaches %.1f", distance, skill.name(), skill.range());
        }
        return world.map().sees(caster.x(), caster.y(), x, y) ? null : "something is in the way";
    }

    /** Why a cast that has run its time does not take effect, or null where it does. */
    static @Nullable String whyBroken(World world, Effects effects, Actor caster, SkillDef skill, int targetId) {
        String missing = effects.missing(skill);
        if (missing != null) {
            return "nothing installed provides the effect '%s'".formatted(missing);
        }
        if (caster.mana() < skill.cost()) {
            return "not enough mana";
        }
        if (skill.target() != SkillDef.Target.SINGLE) {
            return null;
        }
        Actor target = world.actor(targetId);
        if (target == null || !Aim.meant(world, skill, caster, target)) {
            return "the target is gone";
        }
        return caster.distance(target) > skill.range() * RUN_ON ? "the target got away" : null;
    }
}
