package org.hotrealm.room.engine;

import java.util.HashMap;
import java.util.Map;
import org.hotrealm.room.api.Pin;

/** Which share of new rooms gets a version of a bundle, where that was decided. Guarded by who has it. */
final class Shares {

    /** The share of a version that is for all rooms. */
    static final int ALL = 100;

    private static final int UNDECIDED = 0;

    private final Map<String, Map<String, Integer>> byBundle = new HashMap<>();

    /** Decides; a version for all ends the decisions about the others. */
    void put(String bundle, String version, int percent) {
        if (percent < 0 || percent > ALL) {
            throw new IllegalArgumentException(
                    "share of %s %s is %d, allowed are 0 to 100".formatted(bundle, version, percent));
        }
        byBundle.computeIfAbsent(bundle, key -> new HashMap<>()).put(version, percent);
    }

    void forget(String bundle) {
        byBundle.remove(bundle);
    }

    boolean decided(Pin pin) {
        return byBundle.getOrDefault(pin.bundle(), Map.of()).containsKey(pin.version());
    }

    /** The share decided; none where nothing was decided. */
    int of(Pin pin) {
        return byBundle.getOrDefault(pin.bundle(), Map.of()).getOrDefault(pin.version(), UNDECIDED);
    }

    /** Where a room stands among a hundred: always the same for the same id. */
    static int place(String room) {
        return Math.floorMod(room.hashCode() * 0x9E3779B9 >>> 7, ALL);
    }
}
