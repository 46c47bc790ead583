package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.Monster;

/** What a monster does on coming into a state, and in it. Whether it changes its state is for the table alone. */
final class Deeds {

    /** Ticks between two thoughts at peace. */
    static final int CALM = 4;
    /** Ticks between two thoughts of somebody on its way whom nobody sees, and of the dead. */
    static final int SELDOM = 20;
    /** Ticks between two thoughts in a fight. */
    static final int EAGER = 2;
    /** Instead of ticks: until somebody comes near. */
    static final int ASLEEP = -1;

    private Deeds() {}

    /** Ticks between two thoughts at peace, in a room that keeps up or in one that does not. */
    static int calm(Thought thought) {
        return thought.world().rung() > 0 ? 2 * CALM : CALM;
    }

    /** Takes a row of the table: the monster comes into the row's state. */
    static void enter(Thought thought, Rule rule) {
        Monster self = thought.self();
        boolean fightGoesOn = Thought.engaged(rule.state()) && Thought.engaged(rule.next());
        if (!fightGoesOn) {
            self.noGoal();
            self.walk(0, 0);
        }
        self.enter(rule.next(), rule.reason());
        switch (rule.next()) {
            case IDLE -> Peace.settle(thought, rule.state());
            case PATROL -> Stroll.begin(thought);
            case CHASE -> Fight.begin(thought, fightGoesOn);
            case FLEE -> Escape.begin(thought);
            case RETURN -> Peace.giveUp(thought);
            case DEAD -> self.immune(false);
            case ATTACK -> {}
        }
    }

    /** Goes on in its state; the ticks until its next thought, or {@link #ASLEEP}. */
    static int act(Thought thought) {
        return switch (thought.self().state()) {
            case IDLE -> Peace.lookAround(thought);
            case PATROL -> Legs.follow(thought, thought.def().patrolSpeed(), Peace.pace(thought), false);
            case CHASE -> Fight.chase(thought, thought.target());
            case ATTACK -> Fight.attack(thought, thought.target());
            case FLEE -> Escape.run(thought, thought.target());
            case RETURN -> Peace.goHome(thought);
            case DEAD -> stop(thought);
        };
    }

    static int stop(Thought thought) {
        thought.self().walk(0, 0);
        return SELDOM;
    }
}
