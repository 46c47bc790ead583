package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Monster;

/**
 * How a monster moves in the middle of a fight: aside where others stand too near; between two blows back to the distance
 * that its attribute {@code keepsOff} asks for, or around its target at {@code circling} tiles a second.
 */
final class Footwork {

    /** Less push than this moves nobody, or crowds would never come to rest. */
    private static final double FELT = 0.15;
    /** Ticks before its next blow from which on it stands. */
    private static final int STEADY = 3;
    /** The share of its reach at which it circles. */
    private static final double RING = 0.8;

    private Footwork() {}

    static void step(Thought thought, Actor target) {
        Monster self = thought.self();
        Crowd crowd = thought.crowd();
        crowd.around(thought);
        double push = Math.hypot(crowd.x(), crowd.y());
        double pace = push < FELT ? 0 : thought.def().patrolSpeed() * Math.min(1, push) / push;
        double walkX = crowd.x() * pace;
        double walkY = crowd.y() * pace;
        double distance = self.distance(target);
        String blow = thought.def().skills().getFirst();
        if (distance > 1e-3 && self.readyAt(blow) - thought.now() > STEADY) {
            double awayX = (self.x() - target.x()) / distance;
            double awayY = (self.y() - target.y()) / distance;
            double back = back(thought, distance);
            double round = self.attribute("circling") * (self.id() % 2 == 0 ? 1 : -1);
            walkX += awayX * back - awayY * round;
            walkY += awayY * back + awayX * round;
        }
        self.walk(walkX, walkY);
    }

    /** Tiles a second away from the target; below 0 towards it. */
    private static double back(Thought thought, double distance) {
        Monster self = thought.self();
        if (distance < self.attribute("keepsOff")) {
            return thought.def().patrolSpeed();
        }
        return self.attribute("circling") > 0 ? 2 * (RING * Attacks.reach(thought) - distance) : 0;
    }
}
