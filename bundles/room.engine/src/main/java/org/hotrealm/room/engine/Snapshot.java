package org.hotrealm.room.engine;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;

/**
 * The layout of a room's parcel: names and values, as {@link Payload}s are written. A new schema adds one step to {@link
 * #STEPS}, which makes of the payload before the one after, with a file of each in the tests.
 */
final class Snapshot {

    static final String KIND = "room";
    static final int SCHEMA = 1;

    /** From schema 1 to 2, from 2 to 3 and so on. */
    private static final List<UnaryOperator<Payload>> STEPS = List.of();

    private Snapshot() {}

    static Parcel of(Payload room) {
        return new Parcel(KIND, SCHEMA, room.bytes());
    }

    /**
     * What a parcel holds, in the newest layout.
     *
     * @throws IllegalArgumentException where it holds no room, or one written by a newer version
     */
    static Fields open(Parcel parcel) {
        if (!parcel.kind().equals(KIND)) {
            throw new IllegalArgumentException("%s holds no room".formatted(parcel));
        }
        if (parcel.schema() < 1 || parcel.schema() > SCHEMA) {
            throw new IllegalArgumentException(
                    "the parcel of a room has schema %d, this version reads 1 to %d: install the room.engine that wrote it or a newer one; the parcel is untouched"
                            .formatted(parcel.schema(), SCHEMA));
        }
        Payload room = parcel.payload();
        for (UnaryOperator<Payload> step : STEPS.subList(parcel.schema() - 1, SCHEMA - 1)) {
            room = step.apply(room);
        }
        return new Fields(room);
    }
}
