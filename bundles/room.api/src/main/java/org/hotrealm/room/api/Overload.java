package org.hotrealm.room.api;

/**
 * How hard a node works.
 *
 * @param rung the highest of its rooms, see {@link Room#rung}
 * @param rooms how many of its rooms are above rung 0
 * @param load which part of the threads that run rooms was taken of late; 1 is all of them
 * @param refusing whether clients are refused that would need a new room
 */
public record Overload(int rung, int rooms, double load, boolean refusing) {

    /** All rooms are in time. */
    public static final Overload NONE = new Overload(0, 0, 0, false);
}
