package org.hotrealm.monster.ai;

import java.util.List;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Monster;

/**
 * What a monster at peace did while nobody was near. Guards are put where their waypoints, their speed and their rests
 * (the middle of the kind's bounds) bring them in that time; strollers at the end of as many ways as they would have
 * walked, of which the last three are drawn by lot.
 */
final class Absence {

    private static final int WAYS = 3;

    private Absence() {}

    /** Catches up with the time since it fell asleep, if it did. */
    static void catchUp(Thought thought) {
        Monster self = thought.self();
        long since = Notes.asleep(self);
        if (since == 0) {
            return;
        }
        Notes.asleep(self, 0);
        long left = thought.now() - Math.max(since, self.stateSince() + roundedRest(Notes.rest(self)));
        boolean strolls = thought.def().patrol().mode() != MonsterDef.Patrol.Mode.NONE;
        if (left <= 0 || !strolls) {
            return;
        }
        List<ZoneMap.Waypoint> points = Waypoints.of(thought);
        if (points.isEmpty()) {
            stroll(thought, left);
        } else {
            new Round(thought, points).walk(left);
        }
    }

    private static void stroll(Thought thought, long left) {
        Monster self = thought.self();
        double way = Stroll.LEG / 2 / thought.def().patrolSpeed();
        long each = thought.ticks((long) (1000 * way)) + meanPause(thought);
        for (long ways = Math.min(WAYS, left / Math.max(1, each)); ways > 0; ways--) {
            if (Stroll.random(thought)) {
                arrive(thought);
            }
        }
        long rest = (long) (thought.world().random().nextDouble() * meanPause(thought));
        Notes.rest(self, thought.inState() + Math.max(1, rest));
    }

    private static void arrive(Thought thought) {
        Monster self = thought.self();
        if (!thought.map().blocked(self.goalX(), self.goalY(), self.radius())) {
            thought.world().place(self, self.goalX(), self.goalY());
        }
        self.noGoal();
    }

    static long meanPause(Thought thought) {
        MonsterDef.Patrol patrol = thought.def().patrol();
        return roundedRest(thought.ticks(((long) patrol.pauseLeast() + patrol.pauseMost()) / 2));
    }

    /** The end of a rest is noticed at the next thought. */
    static long roundedRest(long ticks) {
        return (Math.max(1, ticks) + Deeds.CALM - 1) / Deeds.CALM * Deeds.CALM;
    }
}
