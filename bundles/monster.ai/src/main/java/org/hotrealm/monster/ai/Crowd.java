package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.ActorVisitor;
import org.hotrealm.realm.api.Monster;
import org.jspecify.annotations.Nullable;

/** Keeps monsters apart: those near by push one another away, so that a crowd surrounds its target. */
final class Crowd implements ActorVisitor {

    /** Centres nearer than this push, in radii of a body. */
    private static final double ROOM = 2.2;

    private @Nullable Monster self;
    private double room;
    private double x;
    private double y;

    /** Looks around one; then {@link #x} and {@link #y} say where it is pushed. */
    void around(Thought thought) {
        Monster monster = thought.self();
        self = monster;
        x = 0;
        y = 0;
        room = ROOM * monster.radius();
        thought.world().near(monster.x(), monster.y(), room, this);
    }

    /** The push to the right; 1 is from a neighbour on the very spot. */
    double x() {
        return x;
    }

    /** The push down. */
    double y() {
        return y;
    }

    @Override
    public void visit(Actor actor) {
        Monster me = self;
        if (me == null || !(actor instanceof Monster other) || other.id() == me.id()) {
            return;
        }
        double dx = me.x() - other.x();
        double dy = me.y() - other.y();
        double distance = Math.sqrt(dx * dx + dy * dy);
        double strength = Math.max(0, (room - distance) / room);
        if (distance > 1e-6) {
            x += dx / distance * strength;
            y += dy / distance * strength;
        } else {
            // On one spot: each leaves it in a direction of its own.
            double angle = me.id() * 2.399963;
            x += Math.cos(angle);
            y += Math.sin(angle);
        }
    }
}
