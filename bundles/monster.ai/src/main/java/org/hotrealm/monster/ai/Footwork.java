package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Monster;

/**
 * How a monster moves in the middle of a fight: aside where others stand too near; between two blows back to the distance
 * that its attribute {@code keepsOff} asks for, or around its target at {@code circling} tiles a second, as far off as
 * {@code prowls} says.
 */
final class Footwork {

    /** Less push than this moves nobody, or crowds would never come to rest. */
    private static final double FELT = 0.15;
    /** Ticks before its next blow from which on it stands. */
    private static final int STEADY = 3;
    /** Ticks before its next blow from which on one that prowls leaps at its target. */
    private static final int LEAP = 8;
    /** The share of its reach at which it circles. */
    private static final double RING = 0.8;
    /** The share of its speed at which it steps back. */
    private static final double BACKWARDS = 0.7;

    private Footwork() {}

    /** Moves it; whether it may strike now as far as its pack is concerned. */
    static boolean step(Thought thought, Actor target) {
        Monster self = thought.self();
        Crowd crowd = thought.crowd();
        crowd.around(thought);
        double push = Math.sqrt(crowd.x() * crowd.x() + crowd.y() * crowd.y());
        double pace = push < FELT ? 0 : thought.def().patrolSpeed() * Math.min(1, push) / push;
        double walkX = crowd.x() * pace;
        double walkY = crowd.y() * pace;
        double distance = self.distance(target);
        long turn = Pack.hunts(thought) ? thought.pack().turnAt(thought, target) : 0;
        long wait = Math.max(turn, self.usableAt(thought.def().skills().getFirst())) - thought.now();
        double ring = self.attribute("prowls");
        if (distance > 1e-3 && (wait > STEADY || ring > 0)) {
            boolean leaps = ring > 0 && wait <= LEAP;
            double awayX = (self.x() - target.x()) / distance;
            double awayY = (self.y() - target.y()) / distance;
            double back = back(thought, distance, leaps ? 0 : ring);
            double round = leaps ? 0 : self.attribute("circling") * (target.id() % 2 == 0 ? 1 : -1);
            walkX += awayX * back - awayY * round;
            walkY += awayY * back + awayX * round;
        }
        self.walk(walkX, walkY);
        return turn <= thought.now();
    }

    /** Tiles a second away from the target; below 0 towards it. */
    private static double back(Thought thought, double distance, double ring) {
        Monster self = thought.self();
        if (distance < self.attribute("keepsOff")) {
            return BACKWARDS * self.speed();
        }
        double wanted = ring > 0 ? ring : RING * Attacks.reach(thought);
        boolean moves = self.attribute("circling") > 0 || self.attribute("prowls") > 0;
        return moves ? Math.clamp(4 * (wanted - distance), -self.speed(), self.speed()) : 0;
    }
}
