package org.hotrealm.room.basic;

/** Checks settings. */
final class Ranges {

    private Ranges() {}

    static int check(String room, String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "room.basic %s: %s is %d, allowed are %d to %d".formatted(room, key, value, least, most));
        }
        return value;
    }
}
