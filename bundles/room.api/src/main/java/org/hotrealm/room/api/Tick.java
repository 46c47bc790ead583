package org.hotrealm.room.api;

/**
 * A step of a room's own clock. No wall clock enters a room.
 *
 * @param number steps since the room began, the first being 1; 0 before it
 * @param stepMillis length of a step in milliseconds
 */
public record Tick(long number, int stepMillis) {

    /** Milliseconds of room time since the room began. */
    public long millis() {
        return number * stepMillis;
    }

    /** Length of this step in seconds. */
    public double seconds() {
        return stepMillis / 1000.0;
    }

    /** How many ticks cover this many milliseconds, at least 1. */
    public int ticks(long millis) {
        return (int) Math.max(1, (millis + stepMillis - 1) / stepMillis);
    }
}
