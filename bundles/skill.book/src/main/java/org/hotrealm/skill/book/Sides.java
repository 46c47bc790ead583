package org.hotrealm.skill.book;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Player;

/** Friend and foe: players stand together against monsters. */
final class Sides {

    private Sides() {}

    static boolean friends(Actor a, Actor b) {
        return a instanceof Player == b instanceof Player;
    }

    /** Whether a skill is for friends: all that it does is heal, or it is aimed at the caster. */
    static boolean helpful(SkillDef skill) {
        if (skill.target() == SkillDef.Target.SELF) {
            return true;
        }
        for (int i = 0; i < skill.effects().size(); i++) {
            if (!skill.effects().get(i).type().equals(Effects.HEAL)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a skill of this caster may meet the other. */
    static boolean meant(SkillDef skill, Actor caster, Actor other) {
        return other.alive() && friends(caster, other) == helpful(skill);
    }
}
