package org.hotrealm.skill.book;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;

/** Whom a skill hits, by rising id. */
final class Aim {

    /** Half the width of a line, to the edge of a body. */
    private static final double LINE_HALF = 0.4;

    private Aim() {}

    /** All in a circle on the ground that can be seen from its centre. */
    static List<Actor> circle(World world, Actor caster, SkillDef skill, double x, double y) {
        List<Actor> hit = new ArrayList<>();
        world.near(x, y, skill.radius(), other -> {
            if (meant(world, skill, caster, other) && world.map().sees(x, y, other.x(), other.y())) {
                hit.add(other);
            }
        });
        return hit;
    }

    /** All in a cone or on a line from the caster towards a point, that the caster can see. */
    static List<Actor> ahead(World world, Actor caster, SkillDef skill, double x, double y) {
        double direction = caster.distance(x, y) < 1e-6 ? caster.facing() : Math.atan2(y - caster.y(), x - caster.x());
        List<Actor> hit = new ArrayList<>();
        world.near(caster.x(), caster.y(), skill.radius(), other -> {
            if (meant(world, skill, caster, other)
                    && within(skill, caster, other, direction)
                    && world.map().sees(caster.x(), caster.y(), other.x(), other.y())) {
                hit.add(other);
            }
        });
        return hit;
    }

    private static boolean within(SkillDef skill, Actor caster, Actor other, double direction) {
        double distance = caster.distance(other);
        if (other.id() == caster.id() || distance < 1e-6) {
            return true;
        }
        double to = Math.atan2(other.y() - caster.y(), other.x() - caster.x());
        double off = Math.abs(Math.IEEEremainder(to - direction, 2 * Math.PI));
        if (skill.target() == SkillDef.Target.CONE) {
            return Math.toDegrees(off) <= skill.angle() / 2;
        }
        return off < Math.PI / 2 && distance * Math.sin(off) <= LINE_HALF + other.radius();
    }

    /** No player is harmed in a safe area. */
    static boolean meant(World world, SkillDef skill, Actor caster, Actor other) {
        return Sides.meant(skill, caster, other)
                && (Sides.helpful(skill)
                        || !(other instanceof Player)
                        || !world.map().safe(other.x(), other.y()));
    }
}
