package org.hotrealm.realm.api;

/**
 * A running cast.
 *
 * @param skill the skill's id
 * @param target the actor aimed at, or 0
 * @param x the point aimed at
 * @param y the point aimed at
 * @param begun the tick it began
 * @param lands the tick it takes effect
 */
public record Cast(String skill, int target, double x, double y, long begun, long lands) {}
