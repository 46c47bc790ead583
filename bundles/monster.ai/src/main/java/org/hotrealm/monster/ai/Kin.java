package org.hotrealm.monster.ai;

import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.ActorVisitor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a monster's own kind around it. A call for help goes one step: only who was really hurt is helped, not who came
 * to help, so that one arrow does not raise a whole forest.
 */
final class Kin implements ActorVisitor {

    /** The threat of having come to help; wounds weigh more. */
    static final double HELPING = 0.5;

    private enum Question {
        WHO_IS_ATTACKED,
        WHO_SHELTERS,
        WHO_HELPS
    }

    private Question question = Question.WHO_IS_ATTACKED;
    private @Nullable Thought thought;
    private @Nullable Actor fledFrom;
    private @Nullable Actor enemy;
    private @Nullable Monster caller;
    private @Nullable Monster refuge;
    private boolean helped;
    private double least;

    /** Looks for whoever attacks one of its kind within its range of assistance; {@link #enemy} and {@link #caller} tell. */
    void lookForTrouble(Thought about) {
        enemy = null;
        caller = null;
        ask(Question.WHO_IS_ATTACKED, about, range(about.def()));
    }

    /** Whoever attacks one of its kind, or null. */
    @Nullable
    Actor enemy() {
        return enemy;
    }

    /** The one of its kind that runs from that enemy and calls for help, or null. */
    @Nullable
    Monster caller() {
        return caller;
    }

    /** The nearest of its kind that is at peace and not nearer to the enemy than itself, within twice its range. */
    @Nullable
    Monster refuge(Thought about, Actor from) {
        fledFrom = from;
        refuge = null;
        least = Double.MAX_VALUE;
        ask(Question.WHO_SHELTERS, about, 2 * range(about.def()));
        return refuge;
    }

    /** Whether one of its kind near by has heard its call and gone for its enemy. */
    boolean helped(Thought about) {
        helped = false;
        ask(Question.WHO_HELPS, about, 1.5 * range(about.def()));
        return helped;
    }

    private void ask(Question next, Thought about, double range) {
        question = next;
        thought = about;
        if (range <= 0) {
            return;
        }
        if (next == Question.WHO_SHELTERS) {
            about.world().near(about.self().x(), about.self().y(), range, this);
        } else {
            about.trouble().near(about.self(), range, this);
        }
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
        switch (question) {
            case WHO_IS_ATTACKED -> attacked(about, other);
            case WHO_SHELTERS -> shelter(about, other);
            case WHO_HELPS ->
                helped |= Thought.engaged(other.state())
                        && Notes.helps(other) == about.self().id();
        }
    }

    private void attacked(Thought about, Monster other) {
        boolean calls = other.state() == AiState.FLEE;
        if (!Thought.engaged(other.state()) || (enemy != null && (caller != null || !calls))) {
            return;
        }
        Actor attacker = attackerOf(about, other);
        if (attacker != null) {
            enemy = attacker;
            caller = calls ? other : null;
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

    private void shelter(Thought about, Monster other) {
        Monster self = about.self();
        Actor from = fledFrom;
        double distance = self.distance(other);
        boolean beyond = from != null && other.distance(from) >= self.distance(from);
        if (!Thought.engaged(other.state()) && beyond && distance < least) {
            least = distance;
            refuge = other;
        }
    }
}
