package org.hotrealm.room.api;

/**
 * Rates and limits of a room.
 *
 * @param tickMillis length of a tick; 50 is 20 Hz
 * @param patchEveryTicks a patch goes out every so many ticks
 * @param maxClients seats, including reserved ones and those expected back
 * @param inbox when messages are handled
 * @param autoDispose whether the room ends when its last seat does
 * @param inboxLimit messages waiting in the room at most; a client that fills it is closed
 */
public record RoomSettings(
        int tickMillis, int patchEveryTicks, int maxClients, Inbox inbox, boolean autoDispose, int inboxLimit) {

    /** When a room handles what clients send. */
    public enum Inbox {
        /** At the start of the next tick: deterministic, the choice for simulations. */
        ON_TICK,
        /** At once, between ticks: the choice for chat, lobbies and card games. */
        ON_ARRIVAL
    }

    /** 20 Hz, a patch each tick, 1,000 seats, handled on arrival, ends when empty. */
    public static final RoomSettings DEFAULT = new RoomSettings(50, 1, 1000, Inbox.ON_ARRIVAL, true, 8192);

    /** Checks the ranges. */
    public RoomSettings {
        check("tickMillis", tickMillis, 5, 10_000);
        check("patchEveryTicks", patchEveryTicks, 1, 1_000);
        check("maxClients", maxClients, 1, 1_000_000);
        check("inboxLimit", inboxLimit, 16, 1_000_000);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d, allowed are %d to %d".formatted(name, value, least, most));
        }
    }
}
