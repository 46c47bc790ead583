package org.hotrealm.skill.book;

import org.hotrealm.content.api.Formula;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.room.api.Randomness;
import org.jspecify.annotations.Nullable;

/** Reckons amounts. One serves all effects of a tick, one after the other. */
final class Reckoning implements Formula.Scope {

    /** So much armour halves damage. */
    private static final double HALVING = 50;
    /** Armour below 0 adds to damage as much as this at most. */
    private static final double WORST = 2;

    private final Randomness random;
    private @Nullable Actor caster;
    private @Nullable Actor target;

    Reckoning(Randomness random) {
        this.random = random;
    }

    /** The amount of an effect from one on another: finite, at least 0. */
    double amount(EffectDef effect, Actor from, Actor on) {
        caster = from;
        target = on;
        return Math.max(0, effect.amount().value(this));
    }

    /** What armour leaves of damage: {@code 50 / (50 + armour)} of it; below 0 up to twice of it. */
    static double armoured(double damage, Actor victim, boolean pierces) {
        if (pierces) {
            return damage;
        }
        double armour = victim.attribute("armour");
        return damage * (armour >= 0 ? HALVING / (HALVING + armour) : Math.min(WORST, 1 - armour / HALVING));
    }

    /** As a number of points. */
    static int points(double amount) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(amount));
    }

    @Override
    public double caster(String attribute) {
        Actor from = caster;
        return from == null ? 0 : from.attribute(attribute);
    }

    @Override
    public double target(String attribute) {
        Actor on = target;
        return on == null ? 0 : on.attribute(attribute);
    }

    @Override
    public double roll(double least, double most) {
        return random.between(least, most);
    }
}
