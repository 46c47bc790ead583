package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.AiState;

/**
 * A row of the table of transitions.
 *
 * @param state the state it is for
 * @param condition when it holds
 * @param next the state it leads to
 * @param reason why, as people read it
 */
record Rule(AiState state, Condition condition, AiState next, String reason) {}
