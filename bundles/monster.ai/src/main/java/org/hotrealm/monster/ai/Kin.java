package org.hotrealm.monster.ai;

import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.ActorVisitor;
import org.hotrealm.realm.api.Monster;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a monster's own kind around it. A call for help goes one step: only who was really hurt is helped, not who came
 * to help, so that one arrow does not raise a whole forest.
 */
final class Kin implements ActorVisitor {

    /** The threat of having come to help; wounds weigh more. */
    static final double HELPING = 0.5;

    private @Nullable Thought thought;
    private @Nullable Actor enemy;
    private @Nullable Actor fledFrom;
    private @Nullable Monster refuge;
    private double least;

    /** Whoever attacks one of its kind within its range of assistance, or null. */
    @Nullable
    Actor enemy(Thought about) {
        double range = range(about.def());
        if (range <= 0) {
            return null;
        }
        begin(about, null);
        about.world().near(about.self().x(), about.self().y(), range, this);
        return enemy;
    }

    /** The nearest of its kind that is at peace and not nearer to the enemy than itself, within twice its range. */
    @Nullable
    Monster refuge(Thought about, Actor from) {
        begin(about, from);
        about.world().near(about.self().x(), about.self().y(), 2 * range(about.def()), this);
        return refuge;
    }

    private void begin(Thought about, @Nullable Actor from) {
        thought = about;
        fledFrom = from;
        enemy = null;
        refuge = null;
        least = Double.MAX_VALUE;
    }

    private static double range(MonsterDef def) {
        boolean helps = def.assist() > 0 || def.aggression() != MonsterDef.Aggression.NEUTRAL;
        return helps ? def.assist() : def.sight();
    }

    @Override
    public void visit(Actor actor) {
        Thought about = thought;
        if (about == null
                || !(actor instanceof Monster other)
                || other.id() == about.self().id()) {
            return;
        }
        if (!other.kind().equals(about.self().kind())) {
            return;
        }
        if (fledFrom != null) {
            shelter(about, other, fledFrom);
        } else if (enemy == null && Thought.engaged(other.state())) {
            enemy = attackerOf(about, other);
        }
    }

    private static @Nullable Actor attackerOf(Thought about, Monster other) {
        int id = other.threat().highest();
        if (id == 0 || other.threat().of(id) <= HELPING) {
            return null;
        }
        Actor attacker = about.world().actor(id);
        return attacker != null && Targets.fair(about, attacker) ? attacker : null;
    }

    private void shelter(Thought about, Monster other, Actor from) {
        Monster self = about.self();
        double distance = self.distance(other);
        boolean beyond = other.distance(from) >= self.distance(from);
        if (!Thought.engaged(other.state()) && beyond && distance < least) {
            least = distance;
            refuge = other;
        }
    }
}
