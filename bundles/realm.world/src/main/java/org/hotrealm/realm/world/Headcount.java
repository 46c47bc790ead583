package org.hotrealm.realm.world;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.realm.api.AiState;

/**
 * The monsters of one world by kind and state, as of the last second. Counted on the room's thread, read by any; a world that
 * has not been counted for some seconds has ended or hangs, and has none.
 */
final class Headcount {

    private static final int EVERY_MILLIS = 1_000;
    private static final long GOOD_NANOS = 5_000_000_000L;
    private static final int STATES = AiState.values().length;

    private final Census census;
    private final Map<String, int[]> kinds = new HashMap<>();
    private long countedAt;

    Headcount(Census census) {
        this.census = census;
    }

    /** At the end of a tick. */
    void look(LiveWorld world) {
        if (world.tick().number() % world.tick().ticks(EVERY_MILLIS) == 0) {
            count(world.roster().monsters());
        }
    }

    @SuppressWarnings("EnumOrdinal") // an array by state
    private synchronized void count(List<LiveMonster> monsters) {
        for (int[] states : kinds.values()) {
            Arrays.fill(states, 0);
        }
        for (int i = 0; i < monsters.size(); i++) {
            LiveMonster monster = monsters.get(i);
            int[] states = kinds.get(monster.kind());
            if (states == null) {
                states = new int[STATES];
                kinds.put(monster.kind(), states);
                census.seen(monster.kind());
            }
            states[monster.state().ordinal()]++;
        }
        countedAt = System.nanoTime();
    }

    @SuppressWarnings("EnumOrdinal") // an array by state
    synchronized int of(String kind, AiState state) {
        int[] states = kinds.get(kind);
        return states == null || System.nanoTime() - countedAt > GOOD_NANOS ? 0 : states[state.ordinal()];
    }
}
