package org.hotrealm.realm.zone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hotrealm.content.api.Formula;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Player;

/** A skill as its owner's client is told of it: its numbers, and one sentence what it does. */
final class SkillCard {

    private static final Set<String> POINTS =
            Set.of("damage", "heal", "damage-over-time", "heal-over-time", "shield", "slow");

    private SkillCard() {}

    static Map<String, Object> of(SkillDef def, Player player) {
        Map<String, Object> skill = new LinkedHashMap<>();
        skill.put("id", def.id());
        skill.put("name", def.name());
        skill.put("text", def.text().isEmpty() ? SkillText.of(def, player) : def.text());
        skill.put("target", def.target().name().toLowerCase(Locale.ROOT));
        skill.put("range", def.range());
        skill.put("radius", def.radius());
        skill.put("angle", def.angle());
        skill.put("cost", (long) def.cost());
        skill.put("cooldownMillis", (long) def.cooldownMillis());
        skill.put("globalCooldownMillis", (long) def.globalCooldownMillis());
        skill.put("castMillis", (long) def.castMillis());
        skill.put("projectileSpeed", def.projectileSpeed());
        List<Map<String, Object>> effects = new ArrayList<>();
        def.effects().forEach(effect -> effects.add(effect(effect, player)));
        skill.put("effects", effects);
        return skill;
    }

    private static Map<String, Object> effect(EffectDef def, Player player) {
        Map<String, Object> effect = new LinkedHashMap<>();
        effect.put("type", def.type());
        effect.put("least", least(def, player));
        effect.put("most", most(def, player));
        effect.put("durationMillis", (long) def.durationMillis());
        effect.put("attribute", def.attribute());
        effect.put("stacks", (long) def.stacks());
        return effect;
    }

    /** What the amount comes to with the worst luck, on somebody without attributes. */
    static double least(EffectDef def, Player player) {
        return shown(def, def.amount().value(new Luck(player, false)));
    }

    /** What the amount comes to with the best luck, on somebody without attributes. */
    static double most(EffectDef def, Player player) {
        return shown(def, def.amount().value(new Luck(player, true)));
    }

    /** Points are whole; tiles and attributes have a tenth. */
    private static double shown(EffectDef def, double amount) {
        boolean whole = POINTS.contains(def.type());
        return Math.max(0, whole ? Math.rint(amount) : Math.rint(amount * 10) / 10);
    }

    private record Luck(Player player, boolean good) implements Formula.Scope {
        @Override
        public double caster(String attribute) {
            return player.attribute(attribute);
        }

        @Override
        public double target(String attribute) {
            return 0;
        }

        @Override
        public double roll(double least, double most) {
            return good ? most : least;
        }
    }
}
