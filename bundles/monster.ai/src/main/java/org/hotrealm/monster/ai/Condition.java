package org.hotrealm.monster.ai;

import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;

/** The conditions of the table of transitions. None changes anything. */
enum Condition {
    /** Its hit points are gone. */
    NO_LIFE("it has no hit points") {
        @Override
        boolean holds(Thought thought) {
            return !thought.self().alive();
        }
    },
    /** It was revived. */
    LIFE("it has hit points") {
        @Override
        boolean holds(Thought thought) {
            return thought.self().alive();
        }
    },
    /** Its threat list names somebody whom it can go for. */
    ATTACKED("its threat list names an enemy") {
        @Override
        boolean holds(Thought thought) {
            return thought.attacker() != null;
        }
    },
    /** It is aggressive and perceives somebody. */
    SEES_ENEMY("it is aggressive and perceives an enemy") {
        @Override
        boolean holds(Thought thought) {
            return thought.seen() != null;
        }
    },
    /** One of its kind within its range of assistance was attacked. */
    KIN_ATTACKED("one of its kind near by is under attack") {
        @Override
        boolean holds(Thought thought) {
            return thought.kinsEnemy() != null;
        }
    },
    /** One of its kind runs for its life near by. */
    KIN_CALLS("one of its kind near by flees and calls for help") {
        @Override
        boolean holds(Thought thought) {
            return thought.caller() != null;
        }
    },
    /** Its pause is over and it is one that strolls. */
    RESTED("its pause is over and it strolls") {
        @Override
        boolean holds(Thought thought) {
            Monster self = thought.self();
            return thought.def().patrol().mode() != MonsterDef.Patrol.Mode.NONE
                    && Notes.rest(self) > 0
                    && thought.inState() >= Notes.rest(self);
        }
    },
    /** It stands where it wanted to go. */
    ARRIVED("it is where it wanted to go") {
        @Override
        boolean holds(Thought thought) {
            return Legs.arrived(thought);
        }
    },
    /** Something keeps it from arriving. */
    LONG_ON_ITS_WAY("it has been on its way for too long") {
        @Override
        boolean holds(Thought thought) {
            boolean home = thought.self().state() == AiState.RETURN;
            return thought.inState() > thought.ticks(home ? RETURN_MILLIS : STROLL_MILLIS);
        }
    },
    /** Few hit points left, and it has not fled in this fight. */
    WEAK("it has fewer hit points than its share to flee at, and has not fled in this fight") {
        @Override
        boolean holds(Thought thought) {
            Monster self = thought.self();
            return self.hp() < thought.def().fleeBelow() * self.maxHp() && !Notes.fled(self);
        }
    },
    /** Further from its post than its leash. */
    BEYOND_LEASH("it is further from its post than its leash") {
        @Override
        boolean holds(Thought thought) {
            Monster self = thought.self();
            return self.distance(Notes.postX(self), Notes.postY(self))
                    > thought.def().leash();
        }
    },
    /** Nobody left whom it can go for. */
    NO_TARGET("nobody is left whom it may go for: dead, gone, in a safe area or too far") {
        @Override
        boolean holds(Thought thought) {
            return thought.target() == null;
        }
    },
    /** Near enough for its basic attack, or for prowling around it, nothing between. */
    IN_REACH("its target is in reach of its basic attack and in line of sight") {
        @Override
        boolean holds(Thought thought) {
            return reaches(thought, 0.92);
        }
    },
    /** Too far for its basic attack, or something between, and not in the middle of a cast. */
    OUT_OF_REACH("its target is out of reach or sight, and it is not casting") {
        @Override
        boolean holds(Thought thought) {
            return thought.self().cast() == null && !reaches(thought, 1);
        }
    },
    /** No way leads to its target for a while. */
    NO_WAY("it has found no way to its target for a while") {
        @Override
        boolean holds(Thought thought) {
            return Notes.lost(thought.self()) > thought.ticks(NO_WAY_MILLIS);
        }
    },
    /** Its flight has brought somebody into the fight. */
    HAS_HELP("one of its kind near by has come to help it") {
        @Override
        boolean holds(Thought thought) {
            return thought.helped();
        }
    },
    /** It has fled for long enough. */
    TOOK_HEART("it has fled for its time") {
        @Override
        boolean holds(Thought thought) {
            return thought.inState() >= thought.ticks(thought.def().fleeMillis());
        }
    };

    private static final int STROLL_MILLIS = 60_000;
    private static final int RETURN_MILLIS = 25_000;
    private static final int NO_WAY_MILLIS = 3_000;

    private final String words;

    Condition(String words) {
        this.words = words;
    }

    /** Whether it holds for the monster thought about. */
    abstract boolean holds(Thought thought);

    /** What it means, as people read it. */
    String words() {
        return words;
    }

    private static boolean reaches(Thought thought, double share) {
        Actor target = thought.target();
        Monster self = thought.self();
        return target != null
                && self.distance(target) <= share * Attacks.standoff(thought)
                && thought.map().sees(self.x(), self.y(), target.x(), target.y());
    }
}
