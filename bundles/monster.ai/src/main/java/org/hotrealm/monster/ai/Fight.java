package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Monster;
import org.jspecify.annotations.Nullable;

/** A monster after its target and at it. */
final class Fight {

    /** Ticks between two searches for a way where none was found. */
    private static final int SEEK_AGAIN = 10;
    /** The threat of having been seen: the least there is. */
    private static final double SIGHTED = 0.1;

    private Fight() {}

    static void begin(Thought thought, boolean goesOn) {
        if (goesOn) {
            return;
        }
        Monster self = thought.self();
        Notes.post(self, self.x(), self.y());
        Actor attacker = thought.attacker();
        Actor seen = attacker == null ? thought.seen() : null;
        Actor enemy = attacker != null ? attacker : seen != null ? seen : thought.kinsEnemy();
        thought.target(enemy);
        if (enemy != null && attacker == null) {
            self.threat().add(enemy.id(), seen != null ? SIGHTED : Kin.HELPING);
        }
        Monster caller = enemy == null || attacker != null || seen != null ? null : thought.caller();
        Notes.helps(self, caller == null ? 0 : caller.id());
    }

    static int chase(Thought thought, @Nullable Actor target) {
        Monster self = thought.self();
        if (target == null) {
            return Deeds.stop(thought);
        }
        approach(thought, target);
        return Legs.follow(thought, self.speed(), Deeds.EAGER, true);
    }

    /** Straight to it where that is free; else along a way, which is sought again now and then while there is none. */
    private static void approach(Thought thought, Actor target) {
        Monster self = thought.self();
        long lost = Notes.lost(self);
        boolean straight = Terrain.straight(thought.map(), self.x(), self.y(), target.x(), target.y(), self.radius());
        boolean patient = lost > 0 && lost % SEEK_AGAIN != 0;
        boolean found = straight || (!patient && thought.paths().affordable());
        found = found && Legs.setOut(thought, target.x(), target.y());
        Notes.lost(self, found ? 0 : lost + Deeds.EAGER);
    }

    static int attack(Thought thought, @Nullable Actor target) {
        Monster self = thought.self();
        if (target == null) {
            return Deeds.stop(thought);
        }
        self.face(Math.atan2(target.y() - self.y(), target.x() - self.x()));
        self.noGoal();
        Notes.lost(self, 0);
        if (self.cast() != null) {
            self.walk(0, 0);
            return Deeds.EAGER;
        }
        boolean itsTurn = Footwork.step(thought, target);
        Attacks.use(thought, target, itsTurn);
        return Deeds.EAGER;
    }
}
