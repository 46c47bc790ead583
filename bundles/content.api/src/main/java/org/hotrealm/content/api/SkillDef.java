package org.hotrealm.content.api;

import java.util.List;

/**
 * A skill ({@code skills.json}). Distances in tiles, times in milliseconds.
 *
 * @param id its id
 * @param name for people
 * @param target what it is aimed at
 * @param range how far the target may be; 0 for self
 * @param radius reach around the aimed point (circle), length (line) or depth (cone); 0 for single targets
 * @param angle the cone's opening in degrees
 * @param cost mana
 * @param cooldownMillis until it can be used again
 * @param globalCooldownMillis until any other can be used
 * @param castMillis how long the cast takes; 0 is instant
 * @param interruptible whether moving or being stunned breaks the cast
 * @param projectileSpeed tiles a second; 0 hits at once
 * @param effects what it does, in order
 */
public record SkillDef(
        String id,
        String name,
        Target target,
        double range,
        double radius,
        double angle,
        int cost,
        int cooldownMillis,
        int globalCooldownMillis,
        int castMillis,
        boolean interruptible,
        double projectileSpeed,
        List<EffectDef> effects) {

    /** Copies the effects. */
    public SkillDef {
        effects = List.copyOf(effects);
    }

    /** What a skill is aimed at. */
    public enum Target {
        /** The caster. */
        SELF,
        /** One other. */
        SINGLE,
        /** A circle on the ground. */
        CIRCLE,
        /** All in a cone ahead. */
        CONE,
        /** All on a line ahead. */
        LINE
    }

    /**
     * One thing a skill does to whom it hits.
     *
     * @param type the effect's name, such as {@code damage}; a bundle may add types
     * @param least lower bound of the amount
     * @param most upper bound of the amount
     * @param scaling the attribute added to the amount, or the empty string
     * @param factor how much of the attribute is added
     * @param durationMillis for effects that last
     */
    public record EffectDef(
            String type, double least, double most, String scaling, double factor, int durationMillis) {}
}
