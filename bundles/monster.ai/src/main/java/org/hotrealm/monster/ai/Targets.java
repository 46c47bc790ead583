package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Threat;
import org.jspecify.annotations.Nullable;

/** Whom a monster may go for and whom it does. */
final class Targets {

    /** Another enemy must have angered it this much more before it turns to that one. */
    static final double TURN_AT = 1.1;
    /** A target this much further off than the monster sees is lost. */
    private static final double LOST_AT = 1.8;

    private Targets() {}

    /** Whether it may be attacked at all: alive and in no safe area. */
    static boolean fair(Thought thought, Actor other) {
        return other.alive() && !thought.map().safe(other.x(), other.y());
    }

    /** The target of a fight in this tick: the old one, unless it is gone or another is clearly worse; null for none. */
    static @Nullable Actor choose(Thought thought) {
        Monster self = thought.self();
        Actor current = within(thought, thought.world().actor(self.target()));
        if (Pack.hunts(thought)) {
            return turnTo(self, thought.pack().prey(thought, current));
        }
        Actor worst = angriest(thought);
        Actor chosen = current;
        if (current == null
                || (worst != null
                        && self.threat().of(worst.id())
                                > TURN_AT * self.threat().of(current.id()))) {
            chosen = worst;
        }
        return turnTo(self, chosen);
    }

    private static @Nullable Actor turnTo(Monster self, @Nullable Actor chosen) {
        int id = chosen == null ? 0 : chosen.id();
        if (id != self.target()) {
            self.target(id);
        }
        return chosen;
    }

    /** The one with the most threat of those it may go for, the lower id among equals; null for none. */
    static @Nullable Actor angriest(Thought thought) {
        Threat threat = thought.self().threat();
        if (threat.isEmpty()) {
            return null;
        }
        Actor worst = within(thought, thought.world().actor(threat.highest()));
        return worst != null ? worst : angriestOfAll(thought, threat);
    }

    private static @Nullable Actor angriestOfAll(Thought thought, Threat threat) {
        Actor worst = null;
        double most = 0;
        for (int id : threat.actors()) {
            Actor other = within(thought, thought.world().actor(id));
            if (other != null && threat.of(id) > most) {
                worst = other;
                most = threat.of(id);
            }
        }
        return worst;
    }

    /** Whether it may go for that one and knows where it is; null where not. */
    static @Nullable Actor within(Thought thought, @Nullable Actor other) {
        double far = Math.max(12, LOST_AT * thought.def().sight());
        return other != null && fair(thought, other) && thought.self().distance(other) <= far ? other : null;
    }
}
