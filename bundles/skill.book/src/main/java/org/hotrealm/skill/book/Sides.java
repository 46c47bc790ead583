package org.hotrealm.skill.book;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Player;

/** Friend and foe: players stand together against monsters. */
final class Sides {

    private Sides() {}

    static boolean friends(Actor a, Actor b) {
        return a instanceof Player == b instanceof Player;
    }

    /** Whether a skill is for friends: it is aimed at the caster, or does its targets nothing but good. */
    static boolean helpful(SkillDef skill) {
        if (skill.target() == SkillDef.Target.SELF) {
            return true;
        }
        boolean any = false;
        for (int i = 0; i < skill.effects().size(); i++) {
            EffectDef effect = skill.effects().get(i);
            if (effect.onCaster() || effect.type().equals(Types.DASH)) {
                continue;
            }
            if (!Types.helpful(effect.type())) {
                return false;
            }
            any = true;
        }
        return any;
    }

    /** Whether a skill of this caster may meet the other. */
    static boolean meant(SkillDef skill, Actor caster, Actor other) {
        return other.alive() && friends(caster, other) == helpful(skill);
    }
}
