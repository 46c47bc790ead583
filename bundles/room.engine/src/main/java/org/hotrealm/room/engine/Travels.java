package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.List;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clients that the server sends from room to room. */
final class Travels {

    /** The call by which a room learns that its client has arrived elsewhere. No client and no room can make it. */
    static final String ARRIVED = "#arrived";

    private static final Logger LOG = LoggerFactory.getLogger(Travels.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Market market;

    Travels(Market market) {
        this.market = market;
    }

    /** Reserves the seat elsewhere and tells the client; on the room's thread. */
    void begin(ActiveRoom from, RoomSeat seat, String roomId, Payload carry) {
        if (roomId.equals(from.id())) {
            failed(from, seat, new RefusedException(RefusedException.INVALID_ROOM_ID, "the client is there already"));
            return;
        }
        from.ending().works().begun();
        Guest guest = new Guest(seat.sessionId(), carry, seat.pass().auth());
        market.reserve(roomId, List.of(guest), from.id())
                .whenComplete((seats, failure) -> from.loop().post(() -> {
                    if (failure == null) {
                        seat.out()
                                .deliver(new Message("travel", seats.getFirst().payload(), false));
                    } else {
                        failed(from, seat, Errands.unwrap(failure));
                    }
                    from.ending().works().ended();
                }));
    }

    private static void failed(ActiveRoom from, RoomSeat seat, Throwable failure) {
        Payload why = Errands.failure(failure).with("sessionId", seat.sessionId());
        from.loop().post(() -> from.hooks().timer(Parcel.of("travel.failed", why)));
    }

    /** Tells the room that a client came from. */
    void arrived(String from, String session) {
        market.callRoom(from, ARRIVED, Payload.of(session), PATIENCE)
                .exceptionally(failure -> missed(from, session, failure));
    }

    private static @Nullable Payload missed(String from, String session, Throwable failure) {
        LOG.debug("Room '{}' did not hear that '{}' has arrived elsewhere: {}", from, session, failure.toString());
        return null;
    }

    /** The client of this session sits elsewhere now; on the thread of the room it came from. */
    static Payload left(ActiveRoom room, Payload session) {
        RoomSeat seat = room.seatTable().of(String.valueOf(session.value()));
        if (seat != null) {
            room.seatTable().departure().end(seat, true, ActiveRoom.CONSENTED, "travelled");
        }
        return Payload.NONE;
    }
}
