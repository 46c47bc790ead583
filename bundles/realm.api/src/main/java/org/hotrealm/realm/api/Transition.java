package org.hotrealm.realm.api;

/**
 * A change of a monster's state.
 *
 * @param tick when
 * @param from the state before
 * @param to the state after
 * @param reason why, for people
 */
public record Transition(long tick, AiState from, AiState to, String reason) {}
