package org.hotrealm.realm.world;

/**
 * How experience makes levels and levels make strength: level n is reached at {@code 50 · n · (n − 1)} experience, and
 * each level after the first adds a tenth to hit points, mana and attributes.
 */
final class Levels {

    static final int MOST = 60;

    private Levels() {}

    static int of(int xp) {
        int level = 1;
        while (level < MOST && xp >= 50L * (level + 1) * level) {
            level++;
        }
        return level;
    }

    static double strength(int level) {
        return 1 + (level - 1) * 0.1;
    }
}
