package org.hotrealm.realm.api;

/**
 * A movement that is not walking: somebody dashes or is thrown. While it lasts the MOVE phase carries it out instead of the
 * steps asked for; walls end it.
 *
 * @param velocityX tiles a second to the right
 * @param velocityY tiles a second down
 * @param until the last tick in which it moves
 */
public record Push(double velocityX, double velocityY, long until) {}
