package org.hotrealm.room.api;

import java.util.List;

/**
 * A running room seen from outside, as of its last tick.
 *
 * @param id the room
 * @param type its type's name
 * @param clients connected clients
 * @param maxClients seats
 * @param locked whether it takes nobody
 * @param tick its last tick's number
 * @param tickMillis the length of its ticks
 * @param lastTickNanos what the last tick took
 * @param lateTicks ticks that began more than one tick's length late, since the room began
 * @param failures hooks and systems that threw, since the room began
 * @param pins the versions it runs
 * @param missing systems it has no provider for
 * @param stuckIn the hook that has been running for longer than the engine's limit just now; empty where none has
 * @param stalls how often a hook ran for longer than that, since the room began
 * @param rung what it gives up because it cannot keep up, see {@link Room#rung}
 */
public record RoomInfo(
        String id,
        String type,
        int clients,
        int maxClients,
        boolean locked,
        long tick,
        int tickMillis,
        long lastTickNanos,
        long lateTicks,
        long failures,
        List<Pin> pins,
        List<String> missing,
        String stuckIn,
        long stalls,
        int rung) {

    /** A room none of whose hooks takes too long. */
    public RoomInfo(
            String id,
            String type,
            int clients,
            int maxClients,
            boolean locked,
            long tick,
            int tickMillis,
            long lastTickNanos,
            long lateTicks,
            long failures,
            List<Pin> pins,
            List<String> missing) {
        this(
                id,
                type,
                clients,
                maxClients,
                locked,
                tick,
                tickMillis,
                lastTickNanos,
                lateTicks,
                failures,
                pins,
                missing,
                "",
                0,
                0);
    }

    /** Copies the lists. */
    public RoomInfo {
        pins = List.copyOf(pins);
        missing = List.copyOf(missing);
    }
}
