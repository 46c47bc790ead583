package org.hotrealm.monster.ai;

import static org.hotrealm.realm.api.AiState.ATTACK;
import static org.hotrealm.realm.api.AiState.CHASE;
import static org.hotrealm.realm.api.AiState.DEAD;
import static org.hotrealm.realm.api.AiState.FLEE;
import static org.hotrealm.realm.api.AiState.IDLE;
import static org.hotrealm.realm.api.AiState.PATROL;
import static org.hotrealm.realm.api.AiState.RETURN;

import java.util.List;
import org.hotrealm.realm.api.AiState;
import org.jspecify.annotations.Nullable;

/**
 * The table of transitions: all there is to say about when a monster changes its state. A thought takes the first row of
 * the monster's state whose condition holds. The same table is in docs/MONSTER_AI.md.
 */
final class StateTable {

    static final List<Rule> RULES = List.of(
            new Rule(IDLE, Condition.NO_LIFE, DEAD, "killed"),
            new Rule(IDLE, Condition.ATTACKED, CHASE, "was attacked"),
            new Rule(IDLE, Condition.SEES_ENEMY, CHASE, "saw an enemy"),
            new Rule(IDLE, Condition.KIN_CALLS, CHASE, "called for help"),
            new Rule(IDLE, Condition.KIN_ATTACKED, CHASE, "helps its kind"),
            new Rule(IDLE, Condition.RESTED, PATROL, "rested"),
            new Rule(PATROL, Condition.NO_LIFE, DEAD, "killed"),
            new Rule(PATROL, Condition.ATTACKED, CHASE, "was attacked"),
            new Rule(PATROL, Condition.SEES_ENEMY, CHASE, "saw an enemy"),
            new Rule(PATROL, Condition.KIN_CALLS, CHASE, "called for help"),
            new Rule(PATROL, Condition.KIN_ATTACKED, CHASE, "helps its kind"),
            new Rule(PATROL, Condition.ARRIVED, IDLE, "arrived"),
            new Rule(PATROL, Condition.LONG_ON_ITS_WAY, IDLE, "gave up getting there"),
            new Rule(CHASE, Condition.NO_LIFE, DEAD, "killed"),
            new Rule(CHASE, Condition.WEAK, FLEE, "badly hurt"),
            new Rule(CHASE, Condition.BEYOND_LEASH, RETURN, "too far from its post"),
            new Rule(CHASE, Condition.NO_TARGET, RETURN, "lost its target"),
            new Rule(CHASE, Condition.IN_REACH, ATTACK, "in reach"),
            new Rule(CHASE, Condition.NO_WAY, RETURN, "found no way"),
            new Rule(ATTACK, Condition.NO_LIFE, DEAD, "killed"),
            new Rule(ATTACK, Condition.WEAK, FLEE, "badly hurt"),
            new Rule(ATTACK, Condition.BEYOND_LEASH, RETURN, "too far from its post"),
            new Rule(ATTACK, Condition.NO_TARGET, RETURN, "lost its target"),
            new Rule(ATTACK, Condition.OUT_OF_REACH, CHASE, "target got away"),
            new Rule(FLEE, Condition.NO_LIFE, DEAD, "killed"),
            new Rule(FLEE, Condition.BEYOND_LEASH, RETURN, "too far from its post"),
            new Rule(FLEE, Condition.NO_TARGET, RETURN, "shook its enemy off"),
            new Rule(FLEE, Condition.HAS_HELP, CHASE, "comes back with help"),
            new Rule(FLEE, Condition.TOOK_HEART, CHASE, "took heart"),
            new Rule(RETURN, Condition.NO_LIFE, DEAD, "killed"),
            new Rule(RETURN, Condition.ARRIVED, IDLE, "back at its post"),
            new Rule(RETURN, Condition.LONG_ON_ITS_WAY, IDLE, "carried back to its post"),
            new Rule(DEAD, Condition.LIFE, IDLE, "back to life"));

    /** The rules of each state, by its ordinal. */
    private static final Rule[][] BY_STATE = index();

    private StateTable() {}

    /** The first row that holds, or null where the monster stays in its state. */
    static @Nullable Rule next(Thought thought) {
        for (Rule rule : BY_STATE[thought.self().state().ordinal()]) {
            if (rule.condition().holds(thought)) {
                return rule;
            }
        }
        return null;
    }

    private static Rule[][] index() {
        AiState[] states = AiState.values();
        Rule[][] index = new Rule[states.length][];
        for (AiState state : states) {
            index[state.ordinal()] =
                    RULES.stream().filter(rule -> rule.state() == state).toArray(Rule[]::new);
        }
        return index;
    }
}
