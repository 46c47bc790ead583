package org.hotrealm.skill.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.hotrealm.skill.api.SkillEffect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The effects that can be carried out in this tick: the book's own and those that other bundles add. */
final class Effects {

    private static final Logger LOG = LoggerFactory.getLogger(Effects.class);
    private static final int TELL_AGAIN_MILLIS = 60_000;

    private final World world;
    private final Reckoning reckoning;
    private final Map<String, SkillEffect> added;

    /** With the effects of other bundles, by rising ranking: the last of a type counts. */
    Effects(World world, List<SkillEffect> services) {
        this.world = world;
        this.reckoning = new Reckoning(world.random());
        this.added = services.isEmpty() ? Map.of() : byType(services);
    }

    private static Map<String, SkillEffect> byType(List<SkillEffect> services) {
        Map<String, SkillEffect> byType = new HashMap<>();
        for (SkillEffect service : services) {
            try {
                byType.put(service.type(), service);
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                LOG.debug("an effect cannot say its type: {}", service.getClass(), e);
            }
        }
        return byType;
    }

    /** The first type of a skill's effects that nobody provides, or null. */
    @Nullable
    String missing(SkillDef skill) {
        List<EffectDef> effects = skill.effects();
        for (int i = 0; i < effects.size(); i++) {
            String type = effects.get(i).type();
            if (!Types.known(type) && !added.containsKey(type)) {
                return type;
            }
        }
        return null;
    }

    /** Does to one whom a skill hits all that it does to those; whoever is thrown is thrown away from the point. */
    void onTarget(Actor caster, Actor target, SkillDef skill, double x, double y) {
        for (int i = 0; i < skill.effects().size(); i++) {
            if (!skill.effects().get(i).onCaster()) {
                apply(caster, target, skill, i, x, y);
            }
        }
    }

    /** Does to the caster what a skill does to that one. */
    void onCaster(Actor caster, SkillDef skill) {
        for (int i = 0; i < skill.effects().size(); i++) {
            if (skill.effects().get(i).onCaster() && caster.alive()) {
                apply(caster, caster, skill, i, caster.x(), caster.y());
            }
        }
    }

    private void apply(Actor caster, Actor target, SkillDef skill, int index, double x, double y) {
        EffectDef effect = skill.effects().get(index);
        String type = effect.type();
        if (type.equals(Types.DASH)) {
            return;
        }
        double amount = reckoning.amount(effect, caster, target);
        Status.Kind kind = Types.status(type);
        SkillEffect service = added.get(type);
        if (service != null) {
            guarded(service, caster, target, skill, effect, Reckoning.points(amount));
        } else if (kind != null) {
            Gains.gain(world, caster, target, skill, index, kind, amount);
        } else if (type.equals(Types.DAMAGE)) {
            int points = Reckoning.points(Reckoning.armoured(amount, target, effect.pierces()));
            world.affect(new Effect.Damage(caster.id(), target.id(), skill.id(), points));
        } else if (type.equals(Types.HEAL)) {
            world.affect(new Effect.Heal(caster.id(), target.id(), skill.id(), Reckoning.points(amount)));
        } else if (type.equals(Types.KNOCKBACK)) {
            Pushes.knock(world, caster, target, effect, amount, x, y);
        }
    }

    private void guarded(
            SkillEffect service, Actor caster, Actor target, SkillDef skill, EffectDef effect, int amount) {
        try {
            service.apply(world, caster, target, skill, effect, amount);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
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
