package org.hotrealm.skill.book;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.room.api.Randomness;

/** How hard an effect hits. */
final class Amounts {

    private Amounts() {}

    /**
     * {@code least + u · (most − least) + factor · attribute(scaling)}, u even in [0,1), rounded to the nearest whole
     * number, at least 0. The same formula is in docs/SKILLS.md.
     */
    static int of(SkillDef.EffectDef effect, Actor caster, Randomness random) {
        double base = random.between(effect.least(), effect.most());
        double added = effect.scaling().isEmpty() ? 0 : effect.factor() * caster.attribute(effect.scaling());
        return Math.clamp(Math.round(base + added), 0, Integer.MAX_VALUE);
    }
}
