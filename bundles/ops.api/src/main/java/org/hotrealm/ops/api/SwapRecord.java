package org.hotrealm.ops.api;

import java.util.List;

/**
 * What a swap did.
 *
 * @param id rising on this node
 * @param startedAt milliseconds since 1970
 * @param who asked for it
 * @param source as asked for
 * @param bundle symbolic name, or the name of several changes together; the empty string where it was not found out
 * @param from version before; the empty string where there was none, or there are several
 * @param to version asked for; the empty string where it was not found out, or there are several
 * @param verdict how it ended
 * @param reason one sentence: what was done, or why not and what to do
 * @param parts each bundle that was to change
 * @param rooms the rooms that changed over
 * @param steps what was done, in order, with the time it took
 * @param figures what was measured before and after
 * @param plan what fits and what is touched, as far as it was found out
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
        List<Part> parts,
        List<RoomChange> rooms,
        List<Step> steps,
        List<Figure> figures,
        Plan plan) {

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
     * A bundle that changes.
     *
     * @param bundle symbolic name
     * @param kind what it is
     * @param from version before; the empty string where there was none
     * @param to version after; the empty string where it is taken out
     */
    public record Part(String bundle, SwapKind kind, String from, String to) {}

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

    /**
     * A figure of the rooms concerned.
     *
     * @param name what was measured, with its unit, such as {@code tick p99 ms}
     * @param before under the old version
     * @param after under the new one
     */
    public record Figure(String name, double before, double after) {}

    /**
     * What the framework's resolver says about the new versions here.
     *
     * @param wires what each is wired to: {@code package version <- bundle version}
     * @param rooms ids of the rooms that are touched
     * @param missing what nobody here offers, in sentences
     * @param restarts bundles that would be restarted if it were done live
     */
    public record Plan(List<String> wires, List<String> rooms, List<String> missing, List<String> restarts) {

        /** Nothing is known. */
        public static final Plan NONE = new Plan(List.of(), List.of(), List.of(), List.of());

        /** Copies. */
        public Plan {
            wires = List.copyOf(wires);
            rooms = List.copyOf(rooms);
            missing = List.copyOf(missing);
            restarts = List.copyOf(restarts);
        }
    }

    /** Copies the lists. */
    public SwapRecord {
        parts = List.copyOf(parts);
        rooms = List.copyOf(rooms);
        steps = List.copyOf(steps);
        figures = List.copyOf(figures);
    }

    /** The same with another verdict, for a reason. */
    public SwapRecord ending(Verdict other, String why) {
        return new SwapRecord(
                id, startedAt, who, source, bundle, from, to, other, why, parts, rooms, steps, figures, plan);
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
