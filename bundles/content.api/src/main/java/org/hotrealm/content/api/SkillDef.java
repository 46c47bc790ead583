package org.hotrealm.content.api;

import java.util.List;

/**
 * A skill ({@code skills.json}). Distances in tiles, times in milliseconds. The rules are in docs/SKILLS.md.
 *
 * @param id its id
 * @param name for people
 * @param text one sentence for people; the empty string where it is to be made from the data
 * @param target what it is aimed at
 * @param range how far the target may be, or how far a dash leads; 0 for around the caster
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
        String text,
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

    /** What happens when somebody gains a status that it has already. */
    public enum Stacking {
        /** It begins anew: its time and its amount are the new ones. */
        REFRESH,
        /** The new time is added to what is left, up to {@code stacks} times its length. */
        EXTEND,
        /** It counts one more, up to {@code stacks}; its time begins anew. */
        STACK,
        /** The one with the larger amount stays; among equals the newer. */
        STRONGEST
    }

    /**
     * One thing a skill does to whom it hits.
     *
     * @param type the effect's name, such as {@code damage}; a bundle may add types
     * @param amount how much, reckoned from attributes
     * @param durationMillis for effects that last
     * @param everyMillis from one pulse to the next, for effects over time
     * @param attribute the attribute that a buff or debuff changes, or the empty string
     * @param stacking what happens when it is gained again while it lasts
     * @param stacks how often it counts at most
     * @param perSource whether each source has one of its own on the same target
     * @param onCaster whether it meets the caster instead of whom the skill hits
     * @param pierces whether armour counts nothing against it
     * @param speed tiles a second, for dash and knockback
     */
    public record EffectDef(
            String type,
            Formula amount,
            int durationMillis,
            int everyMillis,
            String attribute,
            Stacking stacking,
            int stacks,
            boolean perSource,
            boolean onCaster,
            boolean pierces,
            double speed) {

        /** One that is over at once, or that lasts so long. */
        public static EffectDef of(String type, String amount, int durationMillis) {
            return new EffectDef(
                    type, Formula.of(amount), durationMillis, 1_000, "", Stacking.REFRESH, 1, false, false, false, 16);
        }

        /** The same with a pulse so often. */
        public EffectDef withEvery(int millis) {
            return new EffectDef(
                    type,
                    amount,
                    durationMillis,
                    millis,
                    attribute,
                    stacking,
                    stacks,
                    perSource,
                    onCaster,
                    pierces,
                    speed);
        }

        /** The same changing an attribute. */
        public EffectDef withAttribute(String name) {
            return new EffectDef(
                    type,
                    amount,
                    durationMillis,
                    everyMillis,
                    name,
                    stacking,
                    stacks,
                    perSource,
                    onCaster,
                    pierces,
                    speed);
        }

        /** The same stacking so. */
        public EffectDef withStacking(Stacking rule, int most, boolean ownPerSource) {
            return new EffectDef(
                    type,
                    amount,
                    durationMillis,
                    everyMillis,
                    attribute,
                    rule,
                    most,
                    ownPerSource,
                    onCaster,
                    pierces,
                    speed);
        }

        /** The same meeting the caster. */
        public EffectDef withOnCaster() {
            return new EffectDef(
                    type,
                    amount,
                    durationMillis,
                    everyMillis,
                    attribute,
                    stacking,
                    stacks,
                    perSource,
                    true,
                    pierces,
                    speed);
        }

        /** The same through armour. */
        public EffectDef withPierces() {
            return new EffectDef(
                    type,
                    amount,
                    durationMillis,
                    everyMillis,
                    attribute,
                    stacking,
                    stacks,
                    perSource,
                    onCaster,
                    true,
                    speed);
        }
    }
}
