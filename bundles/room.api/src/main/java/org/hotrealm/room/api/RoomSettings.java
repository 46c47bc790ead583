package org.hotrealm.room.api;

/**
 * Rates and limits of a room. Made from {@link #DEFAULT} with the {@code with…} methods.
 *
 * @param tickMillis length of a tick; 50 is 20 Hz
 * @param patchEveryTicks a patch goes out every so many ticks; 0 for patches by {@link Room#patch} only
 * @param maxClients seats, including reserved ones and those expected back
 * @param inbox when messages are handled
 * @param autoDispose whether the room ends when its last seat does, or when nobody takes the first
 * @param inboxLimit messages waiting in the room at most; a client that fills it is closed
 * @param subSteps how often {@link RoomType#step} runs within each tick; 0 for not at all
 * @param seatMillis how long a reserved seat waits for its client; 0 takes the engine's setting
 */
public record RoomSettings(
        int tickMillis,
        int patchEveryTicks,
        int maxClients,
        Inbox inbox,
        boolean autoDispose,
        int inboxLimit,
        int subSteps,
        int seatMillis) {

    /** When a room handles what clients send. */
    public enum Inbox {
        /** At the start of the next tick: deterministic, the choice for simulations. */
        ON_TICK,
        /** At once, between ticks: the choice for chat, lobbies and card games. */
        ON_ARRIVAL
    }

    /** 20 Hz, a patch each tick, 1,000 seats, handled on arrival, ends when empty, no sub-steps, the engine's seat time. */
    public static final RoomSettings DEFAULT = new RoomSettings(50, 1, 1000, Inbox.ON_ARRIVAL, true, 8192, 0, 0);

    /** So many seats count as no limit. */
    public static final int UNLIMITED = 1_000_000;

    /** Checks the ranges. */
    public RoomSettings {
        check("tickMillis", tickMillis, 5, 10_000);
        check("patchEveryTicks", patchEveryTicks, 0, 1_000);
        check("maxClients", maxClients, 1, UNLIMITED);
        check("inboxLimit", inboxLimit, 16, 1_000_000);
        check("subSteps", subSteps, 0, 100);
        check("seatMillis", seatMillis, 0, 3_600_000);
    }

    /** Settings without sub-steps and with the engine's seat time. */
    public RoomSettings(
            int tickMillis, int patchEveryTicks, int maxClients, Inbox inbox, boolean autoDispose, int inboxLimit) {
        this(tickMillis, patchEveryTicks, maxClients, inbox, autoDispose, inboxLimit, 0, 0);
    }

    /** With ticks of this length. */
    public RoomSettings withTickMillis(int millis) {
        return new RoomSettings(
                millis, patchEveryTicks, maxClients, inbox, autoDispose, inboxLimit, subSteps, seatMillis);
    }

    /** With a patch every so many ticks; 0 for patches by {@link Room#patch} only. */
    public RoomSettings withPatchEveryTicks(int ticks) {
        return new RoomSettings(tickMillis, ticks, maxClients, inbox, autoDispose, inboxLimit, subSteps, seatMillis);
    }

    /** With so many seats. */
    public RoomSettings withMaxClients(int most) {
        return new RoomSettings(
                tickMillis, patchEveryTicks, most, inbox, autoDispose, inboxLimit, subSteps, seatMillis);
    }

    /** With messages handled then. */
    public RoomSettings withInbox(Inbox when) {
        return new RoomSettings(
                tickMillis, patchEveryTicks, maxClients, when, autoDispose, inboxLimit, subSteps, seatMillis);
    }

    /** With an end when the last seat ends, or without. */
    public RoomSettings withAutoDispose(boolean ends) {
        return new RoomSettings(tickMillis, patchEveryTicks, maxClients, inbox, ends, inboxLimit, subSteps, seatMillis);
    }

    /** With room for so many waiting messages. */
    public RoomSettings withInboxLimit(int most) {
        return new RoomSettings(
                tickMillis, patchEveryTicks, maxClients, inbox, autoDispose, most, subSteps, seatMillis);
    }

    /** With so many steps within each tick. */
    public RoomSettings withSubSteps(int steps) {
        return new RoomSettings(
                tickMillis, patchEveryTicks, maxClients, inbox, autoDispose, inboxLimit, steps, seatMillis);
    }

    /** With reserved seats that wait so long for their client. */
    public RoomSettings withSeatMillis(int millis) {
        return new RoomSettings(
                tickMillis, patchEveryTicks, maxClients, inbox, autoDispose, inboxLimit, subSteps, millis);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d, allowed are %d to %d".formatted(name, value, least, most));
        }
    }
}
