package org.hotrealm.loot.tables;

import java.util.HashMap;
import java.util.Map;
import org.hotrealm.realm.api.Player;

/** Where misses are counted, by {@code table/group}. */
interface Luck {

    /** For who has none: nothing is counted, every try is a first. */
    Luck NONE = new Luck() {
        @Override
        public int misses(String name) {
            return 0;
        }

        @Override
        public void misses(String name, int count) {
            // Nobody to count for.
        }
    };

    int misses(String name);

    void misses(String name, int count);

    /** A player's, which lie in the world. */
    static Luck of(Player player) {
        return new Luck() {
            @Override
            public int misses(String name) {
                return player.luck(name);
            }

            @Override
            public void misses(String name, int count) {
                player.luck(name, count);
            }
        };
    }

    /** A made up player's. */
    static Luck counted() {
        Map<String, Integer> counts = new HashMap<>();
        return new Luck() {
            @Override
            public int misses(String name) {
                return counts.getOrDefault(name, 0);
            }

            @Override
            public void misses(String name, int count) {
                counts.put(name, count);
            }
        };
    }
}
