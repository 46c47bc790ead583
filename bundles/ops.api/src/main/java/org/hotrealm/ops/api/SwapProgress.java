package org.hotrealm.ops.api;

import java.util.List;
import org.hotrealm.ops.api.SwapRecord.Part;
import org.hotrealm.ops.api.SwapRecord.RoomChange;
import org.hotrealm.ops.api.SwapRecord.Step;

/**
 * How far the swap under way is.
 *
 * @param id of the record it will leave
 * @param startedAt milliseconds since 1970
 * @param who asked for it
 * @param source as asked for
 * @param parts each bundle that changes, as far as it is known
 * @param step what is being done
 * @param stepSince since when, in milliseconds since 1970
 * @param detail the last that was told of this step, such as how long the soak has gone well; the empty string for nothing
 * @param done the steps before, in order, with the time they took
 * @param rooms the rooms that changed over
 * @param waiting swaps that wait for their turn after this one
 */
public record SwapProgress(
        long id,
        long startedAt,
        String who,
        String source,
        List<Part> parts,
        String step,
        long stepSince,
        String detail,
        List<Step> done,
        List<RoomChange> rooms,
        int waiting) {

    /** Copies the lists. */
    public SwapProgress {
        parts = List.copyOf(parts);
        done = List.copyOf(done);
        rooms = List.copyOf(rooms);
    }

    /** A step begins. */
    public static SwapProgress at(String step, SwapRecord soFar, long now) {
        return new SwapProgress(
                soFar.id(),
                soFar.startedAt(),
                soFar.who(),
                soFar.source(),
                soFar.parts(),
                step,
                now,
                "",
                soFar.steps(),
                soFar.rooms(),
                0);
    }

    /** The same with the last that was told of the step. */
    public SwapProgress telling(String last) {
        return new SwapProgress(id, startedAt, who, source, parts, step, stepSince, last, done, rooms, waiting);
    }

    /** The same with so many swaps behind it. */
    public SwapProgress before(int others) {
        return new SwapProgress(id, startedAt, who, source, parts, step, stepSince, detail, done, rooms, others);
    }
}
