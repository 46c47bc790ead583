package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Monster;
import org.jspecify.annotations.Nullable;

/** A monster that runs for its life: to its own kind, calling those whom it passes, or just away. */
final class Escape {

    private static final double FAR = 5;
    private static final double[] TURNS = {0, 0.5, -0.5, 1, -1, 1.6, -1.6, 2.2, -2.2};

    private Escape() {}

    static void begin(Thought thought) {
        Monster self = thought.self();
        Notes.fled(self, true);
        self.noGoal();
    }

    static int run(Thought thought, @Nullable Actor from) {
        Monster self = thought.self();
        if (from == null) {
            return Deeds.stop(thought);
        }
        if (Legs.arrived(thought)) {
            chooseRefuge(thought, from);
        }
        return Legs.follow(thought, self.speed(), Deeds.EAGER, true);
    }

    /** To the nearest of its kind at peace, else away from the enemy as straight as the ground allows. */
    private static void chooseRefuge(Thought thought, Actor from) {
        Monster self = thought.self();
        Monster refuge = thought.refuge(from);
        if (refuge != null && self.distance(refuge) > 1.5 && Legs.setOut(thought, refuge.x(), refuge.y())) {
            return;
        }
        double away = Math.atan2(self.y() - from.y(), self.x() - from.x());
        for (double turn : TURNS) {
            double x = self.x() + Math.cos(away + turn) * FAR;
            double y = self.y() + Math.sin(away + turn) * FAR;
            if (Terrain.straight(thought.map(), self.x(), self.y(), x, y, self.radius())) {
                Legs.setOut(thought, x, y);
                return;
            }
        }
        self.noGoal();
    }
}
