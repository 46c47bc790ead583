package org.hotrealm.skill.book;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Status;
import org.jspecify.annotations.Nullable;

/** The types of effects that the book carries out itself. */
final class Types {

    static final String DAMAGE = "damage";
    static final String HEAL = "heal";
    static final String KNOCKBACK = "knockback";
    static final String DASH = "dash";

    private Types() {}

    static boolean known(String type) {
        return switch (type) {
            case DAMAGE, HEAL, KNOCKBACK, DASH -> true;
            default -> status(type) != null;
        };
    }

    /** The kind of status that an effect of this type gives, or null where it gives none. */
    static Status.@Nullable Kind status(String type) {
        return switch (type) {
            case "damage-over-time" -> Status.Kind.DAMAGE_OVER_TIME;
            case "heal-over-time" -> Status.Kind.HEAL_OVER_TIME;
            case "shield" -> Status.Kind.SHIELD;
            case "buff" -> Status.Kind.BUFF;
            case "debuff" -> Status.Kind.DEBUFF;
            case "stun" -> Status.Kind.STUN;
            case "root" -> Status.Kind.ROOT;
            case "slow" -> Status.Kind.SLOW;
            default -> null;
        };
    }

    /** Whether an effect of this type is one for friends. */
    static boolean helpful(String type) {
        Status.Kind kind = status(type);
        return kind == null ? type.equals(HEAL) : kind.helpful();
    }

    /** The skill's dash, or null where it has none. */
    static @Nullable EffectDef dash(SkillDef skill) {
        for (int i = 0; i < skill.effects().size(); i++) {
            if (skill.effects().get(i).type().equals(DASH)) {
                return skill.effects().get(i);
            }
        }
        return null;
    }
}
