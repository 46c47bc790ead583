package org.hotrealm.ops.api;

import java.util.List;

/**
 * What a swap did.
 *
 * @param id rising on this node
 * @param startedAt milliseconds since 1970
 * @param who asked for it
 * @param source as asked for
 * @param bundle symbolic name; the empty string where it was not found out
 * @param from version before; the empty string where there was none
 * @param to version asked for; the empty string where it was not found out
 * @param verdict how it ended
 * @param reason one sentence: what was done, or why not and what to do
 * @param rooms the rooms that changed over
 * @param steps what was done, in order, with the time it took
 */
public record SwapRecord(
        long id,
        long startedAt,
        String who,
        String source,
        String bundle,
        String from,
        String to,
        Verdict verdict,
        String reason,
        List<RoomChange> rooms,
        List<Step> steps) {

    /** How a swap ended. */
    public enum Verdict {
        /** The new version runs, the old one is gone from memory. */
        DONE,
        /** The new version runs, but something still holds classes of the old one. */
        DIRTY,
        /** Some rooms run the new version beside the old one, as asked. */
        PARTIAL,
        /** Nothing was started. */
        REFUSED,
        /** The new version was tried; the old one runs again, in every room. */
        ROLLED_BACK,
        /** Nothing was done, as asked. */
        DRY_RUN
    }

    /**
     * A room that changed over.
     *
     * @param room its id
     * @param system the system's name
     * @param from version before
     * @param to version after
     * @param tick the first tick run by the new version
     * @param gapNanos how much later than planned that tick began
     */
    public record RoomChange(String room, String system, String from, String to, long tick, long gapNanos) {}

    /**
     * A step.
     *
     * @param name what was done
     * @param micros the time it took
     */
    public record Step(String name, long micros) {}

    /** Copies the lists. */
    public SwapRecord {
        rooms = List.copyOf(rooms);
        steps = List.copyOf(steps);
    }

    /** Whether the version asked for runs now. */
    public boolean succeeded() {
        return verdict == Verdict.DONE || verdict == Verdict.DIRTY || verdict == Verdict.PARTIAL;
    }

    /** The longest gap of a room; 0 where none changed over. */
    public long longestGapNanos() {
        return rooms.stream().mapToLong(RoomChange::gapNanos).max().orElse(0);
    }
}
