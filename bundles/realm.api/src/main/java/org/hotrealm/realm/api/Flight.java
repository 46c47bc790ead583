package org.hotrealm.realm.api;

/**
 * Something on its way through the air, such as an arrow; it takes effect when it lands.
 *
 * @param source who sent it
 * @param skill the skill's id
 * @param target the actor it follows, or 0
 * @param x the point aimed at
 * @param y the point aimed at
 * @param launched the tick it was sent
 * @param lands the tick it arrives
 */
public record Flight(int source, String skill, int target, double x, double y, long launched, long lands) {}
