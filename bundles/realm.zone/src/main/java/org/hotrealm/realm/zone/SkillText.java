package org.hotrealm.realm.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Player;

/** A sentence what a skill does, made from its data for those that say none of their own. */
final class SkillText {

    private SkillText() {}

    static String of(SkillDef def, Player player) {
        List<String> parts = new ArrayList<>();
        for (EffectDef effect : def.effects()) {
            parts.add(part(effect, player));
        }
        String all = String.join(", ", parts);
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + where(def) + ".";
    }

    private static String part(EffectDef effect, Player player) {
        String amount = amount(effect, player);
        String time = time(effect.durationMillis());
        return switch (effect.type()) {
            case "damage" -> "deals " + amount + " damage";
            case "heal" -> "heals " + amount;
            case "damage-over-time" -> "%s damage %s for %s".formatted(amount, each(effect), time);
            case "heal-over-time" -> "heals %s %s for %s".formatted(amount, each(effect), time);
            case "shield" -> "a shield of %s for %s".formatted(amount, time);
            case "buff" -> "%s more %s for %s".formatted(amount, effect.attribute(), time);
            case "debuff" -> "%s less %s for %s".formatted(amount, effect.attribute(), time);
            case "stun" -> "stuns for " + time;
            case "root" -> "roots for " + time;
            case "slow" -> "slows by %s %% for %s".formatted(amount, time);
            case "knockback" -> "knocks back by " + amount + (amount.equals("1") ? " tile" : " tiles");
            case "dash" -> "dashes";
            default -> effect.type();
        };
    }

    private static String where(SkillDef def) {
        return switch (def.target()) {
            case SELF, SINGLE -> "";
            case CIRCLE -> def.range() > 0 ? " around a point" : " all around";
            case CONE -> " in a cone";
            case LINE -> " along a line";
        };
    }

    private static String amount(EffectDef effect, Player player) {
        double least = SkillCard.least(effect, player);
        double most = SkillCard.most(effect, player);
        return least == most ? number(least) : number(least) + " to " + number(most);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String each(EffectDef effect) {
        return effect.everyMillis() == 1_000 ? "each second" : "every " + time(effect.everyMillis());
    }

    private static String time(int millis) {
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
}
