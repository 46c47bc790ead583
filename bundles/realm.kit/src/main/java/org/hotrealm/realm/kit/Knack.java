package org.hotrealm.realm.kit;

import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.content.api.SkillDef.Target;

/** A skill for tests: instant, free, once a second; each method changes one thing and gives the same one back. */
public final class Knack {

    private final String id;
    private final Target target;
    private final double range;
    private final double radius;
    private double angle;
    private int cost;
    private int cooldown = 1_000;
    private int global;
    private int cast;
    private boolean interruptible = true;
    private double projectile;

    private Knack(String id, Target target, double range, double radius) {
        this.id = id;
        this.target = target;
        this.range = range;
        this.radius = radius;
    }

    /** Aimed at the caster. */
    public static Knack self(String id) {
        return new Knack(id, Target.SELF, 0, 0);
    }

    /** Aimed at the caster, leading so far. */
    public static Knack self(String id, double range) {
        return new Knack(id, Target.SELF, range, 0);
    }

    /** Aimed at one other. */
    public static Knack single(String id, double range) {
        return new Knack(id, Target.SINGLE, range, 0);
    }

    /** A circle on the ground; with range 0 around the caster. */
    public static Knack circle(String id, double range, double radius) {
        return new Knack(id, Target.CIRCLE, range, radius);
    }

    /** A cone ahead. */
    public static Knack cone(String id, double radius, double degrees) {
        Knack cone = new Knack(id, Target.CONE, 0, radius);
        cone.angle = degrees;
        return cone;
    }

    /** A line ahead. */
    public static Knack line(String id, double length) {
        return new Knack(id, Target.LINE, 0, length);
    }

    /** Costs mana. */
    public Knack cost(int mana) {
        cost = mana;
        return this;
    }

    /** Cools down so long, in milliseconds. */
    public Knack cooldown(int millis) {
        cooldown = millis;
        return this;
    }

    /** Holds back all others so long, in milliseconds. */
    public Knack global(int millis) {
        global = millis;
        return this;
    }

    /** Takes so long, in milliseconds. */
    public Knack cast(int millis) {
        cast = millis;
        return this;
    }

    /** Nothing breaks its cast but death. */
    public Knack steady() {
        interruptible = false;
        return this;
    }

    /** Flies at so many tiles a second. */
    public Knack flies(double speed) {
        projectile = speed;
        return this;
    }

    /** Does this, in order. */
    public SkillDef does(EffectDef... effects) {
        return new SkillDef(
                id,
                id,
                "",
                target,
                range,
                radius,
                angle,
                cost,
                cooldown,
                global,
                cast,
                interruptible,
                projectile,
                List.of(effects));
    }

    /** Does one thing that is over at once. */
    public SkillDef does(String type, String amount) {
        return does(EffectDef.of(type, amount, 0));
    }

    /** Does one thing that lasts, with a pulse each second where it has some. */
    public SkillDef does(String type, String amount, int millis) {
        return does(EffectDef.of(type, amount, millis));
    }
}
