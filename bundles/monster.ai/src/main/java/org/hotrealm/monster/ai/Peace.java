package org.hotrealm.monster.ai;

import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;

/** A monster at peace, and on its way back to it. */
final class Peace {

    private static final double HEALED_PER_SECOND = 0.15;
    private static final double LOOKS_AROUND = 0.04;

    private Peace() {}

    static void settle(Thought thought, AiState from) {
        Monster self = thought.self();
        if (from == AiState.RETURN) {
            carryHome(thought);
            self.hp(self.maxHp());
            self.mana(self.maxMana());
            Notes.forgetFight(self);
            self.threat().clear();
        }
        self.immune(false);
        rest(thought);
    }

    /** To its post where it did not get there by itself; where a new map has put a wall there, it stays where it is. */
    private static void carryHome(Thought thought) {
        Monster self = thought.self();
        double x = Notes.postX(self);
        double y = Notes.postY(self);
        if (self.distance(x, y) > 1 && !thought.map().blocked(x, y, self.radius())) {
            thought.world().place(self, x, y);
        }
    }

    /** Chooses how long it rests here: as long as the waypoint says, else as long as its kind does. */
    private static void rest(Thought thought) {
        int asked = Waypoints.waitMillis(thought);
        MonsterDef.Patrol patrol = thought.def().patrol();
        double millis = asked >= 0 ? asked : thought.world().random().between(patrol.pauseLeast(), patrol.pauseMost());
        Notes.rest(thought.self(), Math.max(1, thought.ticks((long) millis)));
    }

    static int lookAround(Thought thought) {
        Monster self = thought.self();
        if (Notes.rest(self) == 0) {
            rest(thought);
        }
        if (!thought.watched()) {
            Notes.asleep(self, thought.now());
            return Deeds.ASLEEP;
        }
        if (thought.world().random().chance(LOOKS_AROUND)) {
            self.face(self.facing() + thought.world().random().between(-1.6, 1.6));
        }
        return Deeds.calm(thought);
    }

    /** Those whom nobody sees keep to ticks of their own, spread by their ids. */
    static int pace(Thought thought) {
        int own = Math.floorMod(thought.self().id() - thought.now(), Deeds.SELDOM);
        return thought.watched() ? Deeds.calm(thought) : own == 0 ? Deeds.SELDOM : own;
    }

    static void giveUp(Thought thought) {
        Monster self = thought.self();
        thought.target(null);
        self.threat().clear();
        self.immune(true);
        Notes.lost(self, 0);
    }

    static int goHome(Thought thought) {
        Monster self = thought.self();
        if (Double.isNaN(self.goalX()) && !Legs.setOut(thought, Notes.postX(self), Notes.postY(self))) {
            self.goal(Notes.postX(self), Notes.postY(self));
        }
        int ticks = Legs.follow(thought, self.speed(), Deeds.calm(thought), false);
        double healed = self.maxHp()
                * HEALED_PER_SECOND
                * ticks
                * thought.world().tick().seconds();
        self.hp(self.hp() + (int) Math.ceil(healed));
        return ticks;
    }
}
