package org.hotrealm.room.engine;

import java.util.Collection;
import org.hotrealm.room.api.InputOffer;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.state.schema.InputReader;

/** What a room with inputs needs beside its seats. Room thread only. */
final class RoomInputs {

    private static final double MILLIS = 1000;

    private final ActiveRoom room;
    private final InputReader reader;
    private final InputOffer offer;

    RoomInputs(ActiveRoom room, InputSettings inputs, RoomSettings settings) {
        this.room = room;
        this.reader = new InputReader(inputs.type(), inputs.longestText());
        double rate = inputs.rate() > 0 ? inputs.rate() : MILLIS / settings.tickMillis();
        int patchMillis = settings.tickMillis() * settings.patchEveryTicks();
        this.offer = new InputOffer(inputs, reader.handshake(), rate, patchMillis);
    }

    /** What a client that joins is told. */
    InputOffer offer() {
        return offer;
    }

    InputBuffer buffer(RoomSeat seat) {
        return new InputBuffer(room, seat, reader, offer.settings());
    }

    /** Reads what has come since the last tick. */
    void receive(Collection<RoomSeat> seats) {
        for (RoomSeat seat : seats) {
            InputBuffer buffer = seat.buffer();
            if (buffer != null) {
                buffer.receive();
            }
        }
    }
}
