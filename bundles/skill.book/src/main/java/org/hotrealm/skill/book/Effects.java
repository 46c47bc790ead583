package org.hotrealm.skill.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.World;
import org.hotrealm.skill.api.SkillEffect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The effects that can be carried out in this tick: damage, heal, and those that other bundles add. */
final class Effects {

    static final String DAMAGE = "damage";
    static final String HEAL = "heal";

    private static final Logger LOG = LoggerFactory.getLogger(Effects.class);
    private static final int TELL_AGAIN_MILLIS = 60_000;

    private final World world;
    private final Map<String, SkillEffect> added;

    /** With the effects of other bundles, by rising ranking: the last of a type counts. */
    Effects(World world, List<SkillEffect> services) {
        this.world = world;
        this.added = services.isEmpty() ? Map.of() : byType(services);
    }

    private static Map<String, SkillEffect> byType(List<SkillEffect> services) {
        Map<String, SkillEffect> byType = new HashMap<>();
        for (SkillEffect service : services) {
            try {
                byType.put(service.type(), service);
            } catch (RuntimeException | LinkageError e) {
                LOG.debug("an effect cannot say its type: {}", service.getClass(), e);
            }
        }
        return byType;
    }

    /** The first type of a skill's effects that nobody provides, or null. */
    @Nullable
    String missing(SkillDef skill) {
        for (SkillDef.EffectDef effect : skill.effects()) {
            String type = effect.type();
            if (!type.equals(DAMAGE) && !type.equals(HEAL) && !added.containsKey(type)) {
                return type;
            }
        }
        return null;
    }

    /** Does all that a skill does to one whom it hits. */
    void apply(Actor caster, Actor target, SkillDef skill) {
        for (SkillDef.EffectDef effect : skill.effects()) {
            int amount = Amounts.of(effect, caster, world.random());
            SkillEffect service = added.get(effect.type());
            if (service != null) {
                guarded(service, caster, target, skill, effect, amount);
            } else if (effect.type().equals(DAMAGE)) {
                world.affect(new Effect.Damage(caster.id(), target.id(), skill.id(), amount));
            } else if (effect.type().equals(HEAL)) {
                world.affect(new Effect.Heal(caster.id(), target.id(), skill.id(), amount));
            }
        }
    }

    private void guarded(
            SkillEffect service, Actor caster, Actor target, SkillDef skill, SkillDef.EffectDef effect, int amount) {
        try {
            service.apply(world, caster, target, skill, effect, amount);
        } catch (RuntimeException | LinkageError e) {
            String note = "skills.failed." + effect.type();
            long now = world.tick().number();
            double told = world.memory().get(note);
            if (told == 0 || now - told > world.tick().ticks(TELL_AGAIN_MILLIS)) {
                world.memory().set(note, (double) now);
                LOG.warn("the effect '{}' of the skill '{}' failed and was left out", effect.type(), skill.id(), e);
            }
        }
    }
}
