package org.hotrealm.monster.ai;

import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;

/** Which skill a monster uses and from how far. */
final class Attacks {

    private Attacks() {}

    /** The reach of its basic attack: how near it goes. */
    static double reach(Thought thought) {
        return reach(thought.world().content().skill(thought.def().skills().getFirst()));
    }

    /** How near it goes: those that prowl around their target fight it from there. */
    static double standoff(Thought thought) {
        double prowls = thought.self().attribute("prowls");
        return Math.max(reach(thought), prowls > 0 ? prowls + 1 : 0);
    }

    static double reach(SkillDef skill) {
        return switch (skill.target()) {
            case SELF -> Double.MAX_VALUE;
            case SINGLE -> skill.range();
            case CIRCLE -> skill.range() + skill.radius() * 0.8;
            case CONE, LINE -> skill.radius() * 0.9;
        };
    }

    /**
     * Asks for the last of its skills that is ready and reaches the target; whether there was one. The basic attack waits
     * for its turn.
     */
    static boolean use(Thought thought, Actor target, boolean itsTurn) {
        Monster self = thought.self();
        List<String> skills = thought.def().skills();
        for (int i = skills.size() - 1; i >= (itsTurn ? 0 : 1); i--) {
            SkillDef skill = thought.world().content().skill(skills.get(i));
            if (sensible(thought, skill, target)) {
                if (skill.castMillis() > 0) {
                    self.walk(0, 0);
                }
                thought.world().submit(new Intent.Use(self.id(), skill.id(), target.id(), target.x(), target.y()));
                return true;
            }
        }
        return false;
    }

    private static boolean sensible(Thought thought, SkillDef skill, Actor target) {
        Monster self = thought.self();
        if (self.usableAt(skill.id()) > thought.now() || self.mana() < skill.cost()) {
            return false;
        }
        // What a monster does to itself, such as healing, waits until it is hurt.
        return skill.target() == SkillDef.Target.SELF
                ? self.hp() * 2 < self.maxHp()
                : self.distance(target) <= reach(skill);
    }
}
