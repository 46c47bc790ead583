package org.hotrealm.skill.book;

import java.util.List;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.SkillDef.EffectDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** Gives statuses, by the rule of their effect where somebody has one already. */
final class Gains {

    /** Nobody has more statuses than this; the one that ends soonest makes room. */
    static final int MOST = 32;

    private static final double SLOWEST = 95;

    private Gains() {}

    /** Gives the target the status of a skill's effect; whoever is immune takes no harm. */
    static void gain(World world, Actor source, Actor target, SkillDef skill, int index, Status.Kind kind, double raw) {
        EffectDef effect = skill.effects().get(index);
        double amount = kind == Status.Kind.SLOW ? Math.min(SLOWEST, raw) : raw;
        boolean immune = target instanceof Monster monster && monster.immune() && !kind.helpful();
        if (immune || !target.alive() || (amount <= 0 && needsAmount(kind))) {
            return;
        }
        String id = id(skill, index, effect, source);
        Status old = target.status(id);
        Status next = next(world, source, skill, effect, kind, id, amount, old);
        if (next == null) {
            return;
        }
        if (old == null) {
            makeRoom(world, target);
            world.happened(new Event.Afflicted(target.id(), id, skill.id(), kind, true));
        }
        target.gain(next);
    }

    private static boolean needsAmount(Status.Kind kind) {
        return kind != Status.Kind.STUN && kind != Status.Kind.ROOT;
    }

    private static String id(SkillDef skill, int index, EffectDef effect, Actor source) {
        if (effect.perSource()) {
            return skill.id() + "/" + index + "/" + source.id();
        }
        return index == 0 ? skill.id() : skill.id() + "/" + index;
    }

    /** What it has from now on; null where what it has stays as it is. */
    private static @Nullable Status next(
            World world,
            Actor source,
            SkillDef skill,
            EffectDef effect,
            Status.Kind kind,
            String id,
            double amount,
            @Nullable Status old) {
        long now = world.tick().number();
        int ticks = Math.max(1, world.tick().ticks(effect.durationMillis()));
        int stacks = 1;
        long ends = now + ticks;
        if (old != null) {
            switch (effect.stacking()) {
                case REFRESH -> {}
                case EXTEND -> ends = Math.min(old.ends() + ticks, now + (long) ticks * effect.stacks());
                case STACK -> stacks = Math.min(old.stacks() + 1, Math.max(1, effect.stacks()));
                case STRONGEST -> {
                    if (amount < old.total()) {
                        return null;
                    }
                }
            }
        }
        boolean pulses = kind == Status.Kind.DAMAGE_OVER_TIME || kind == Status.Kind.HEAL_OVER_TIME;
        int every = pulses ? Math.max(1, world.tick().ticks(effect.everyMillis())) : 0;
        // Whoever gains it again keeps its beat: no haste would put off the next pulse for ever.
        long begun = old == null || old.every() != every ? now : old.begun();
        return new Status(
                id,
                skill.id(),
                kind,
                source.id(),
                effect.attribute(),
                amount,
                stacks,
                every,
                effect.pierces(),
                begun,
                ends);
    }

    private static void makeRoom(World world, Actor target) {
        List<Status> all = target.statuses();
        if (all.size() < MOST) {
            return;
        }
        Status soonest = all.getFirst();
        for (int i = 1; i < all.size(); i++) {
            soonest = all.get(i).ends() < soonest.ends() ? all.get(i) : soonest;
        }
        end(world, target, soonest);
    }

    /** Takes a status away and says so. */
    static void end(World world, Actor actor, Status status) {
        actor.lose(status.id());
        world.happened(new Event.Afflicted(actor.id(), status.id(), status.skill(), status.kind(), false));
    }
}
