package org.hotrealm.skill.api;

import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.World;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of effect that {@code skills.json} may name; a service. Holds no state. */
@ConsumerType
public interface SkillEffect {

    /** The name used in {@code type}, such as {@code knockback}. */
    String type();

    /**
     * Carries the effect out on one whom the skill hits, on the room's thread; usually by {@link World#affect}.
     *
     * @param amount what the definition's bounds and scaling came to this time
     */
    void apply(World world, Actor caster, Actor target, SkillDef skill, SkillDef.EffectDef effect, int amount);
}
