package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.Seat;
import org.jspecify.annotations.Nullable;

/** The seats of one room: reserved, taken, held. Room thread only, but for the counts. */
final class Seats {

    private final ActiveRoom room;
    private final Ids ids;
    private final Entrance entrance;
    private final Departure departure;
    private final Map<String, RoomSeat> bySession = new LinkedHashMap<>();
    private volatile int taken;
    private volatile int connected;

    Seats(ActiveRoom room, Ids ids) {
        this.room = room;
        this.ids = ids;
        this.entrance = new Entrance(room, this, ids);
        this.departure = new Departure(room, this);
    }

    Entrance entrance() {
        return entrance;
    }

    Departure departure() {
        return departure;
    }

    /** How long a reserved seat waits for its client. */
    int reservedMillis() {
        int own = room.settings().seatMillis();
        return own > 0 ? own : room.host().seatMillis();
    }

    /** Keeps a seat for a client that is about to connect. */
    String reserve(Guest guest, String address) throws RefusedException {
        requireOpen();
        if (!room.ladder().open()) {
            throw new RefusedException(
                    RefusedException.UNAVAILABLE,
                    "room \"%s\" is overloaded and lets nobody in until it keeps up again; try again in a moment"
                            .formatted(room.id()));
        }
        if (room.shown().locked || bySession.size() >= room.shown().maxClients) {
            throw new RefusedException(RefusedException.INVALID_ROOM_ID, "room \"%s\" is locked".formatted(room.id()));
        }
        String session = add(guest, address, "");
        count();
        return session;
    }

    /**
     * Keeps a seat for each of these, or for none.
     *
     * @param from the room they travel from, or empty
     */
    List<Reservation> reserveAll(List<Guest> guests, String from) throws RefusedException {
        requireOpen();
        if (bySession.size() + guests.size() > room.shown().maxClients) {
            throw new RefusedException(
                    RefusedException.INVALID_ROOM_ID,
                    "room \"%s\" has no %d seats left".formatted(room.id(), guests.size()));
        }
        Set<String> wanted = new HashSet<>();
        for (Guest guest : guests) {
            String session = guest.sessionId();
            if (session != null && (bySession.containsKey(session) || !wanted.add(session))) {
                throw new RefusedException(
                        RefusedException.APPLICATION_ERROR,
                        "session \"%s\" has a seat in room \"%s\" already".formatted(session, room.id()));
            }
        }
        List<Reservation> seats = new ArrayList<>();
        for (Guest guest : guests) {
            seats.add(new Reservation(
                    room.type(), room.id(), add(guest, "", from), room.host().processId(), null, null));
        }
        count();
        return seats;
    }

    /** The seats as they were when the room stood still, in their order. */
    void resume(List<Fields> kept, long patience) {
        for (Fields one : kept) {
            RoomSeat seat = SeatParcel.read(room, one, patience);
            bySession.put(seat.sessionId(), seat);
            if (seat.status() == SeatStatus.RESERVED) {
                room.host().limits().seatReserved(seat.address(), room, seat.sessionId());
            }
        }
        count();
    }

    /** Reserved seats count no more for whom they are reserved: the room is not this node's. */
    void forgetReserved() {
        for (RoomSeat seat : bySession.values()) {
            if (seat.status() == SeatStatus.RESERVED) {
                room.host().limits().seatTaken(seat.address(), room, seat.sessionId());
            }
        }
    }

    private void requireOpen() throws RefusedException {
        if (room.ending().begun()) {
            throw new RefusedException(
                    RefusedException.INVALID_ROOM_ID, "room \"%s\" has been disposed.".formatted(room.id()));
        }
    }

    private String add(Guest guest, String address, String from) {
        room.ending().used();
        String given = guest.sessionId();
        String session = given == null ? ids.session() : given;
        long deadline = room.tick().number() + room.tick().ticks(reservedMillis());
        bySession.put(session, new RoomSeat(room, session, guest, address, from, deadline));
        room.host().limits().seatReserved(address, room, session);
        return session;
    }

    /** The session whose seat is held for this token. */
    String held(String token) throws RefusedException {
        for (RoomSeat seat : bySession.values()) {
            if (seat.opensWith(token)) {
                return seat.sessionId();
            }
        }
        throw new RefusedException(RefusedException.EXPIRED, "reconnection token invalid or expired.");
    }

    /** Ends seats whose time is over. */
    void expire(long tick) {
        List<RoomSeat> over = List.of();
        for (RoomSeat seat : bySession.values()) {
            if (seat.waits() && tick >= seat.deadline()) {
                over = over.isEmpty() ? new ArrayList<>() : over;
                over.add(seat);
            }
        }
        for (RoomSeat seat : over) {
            if (seat.resuming()) {
                departure.lost(seat);
            } else {
                departure.end(seat, false, ActiveRoom.CONSENTED, "");
            }
        }
    }

    /** Gives up a seat that nobody has taken. */
    void giveUp(String session) {
        RoomSeat seat = bySession.get(session);
        if (seat != null && seat.status() == SeatStatus.RESERVED) {
            departure.end(seat, false, ActiveRoom.CONSENTED, "");
        }
    }

    /** Ends every seat, as the room does when it ends. */
    void endAll(int code, String reason) {
        for (RoomSeat seat : new ArrayList<>(bySession.values())) {
            departure.end(seat, false, code, reason);
        }
    }

    void remove(RoomSeat seat) {
        bySession.remove(seat.sessionId(), seat);
        count();
    }

    void count() {
        int with = 0;
        for (RoomSeat seat : bySession.values()) {
            with += seat.connected() ? 1 : 0;
        }
        connected = with;
        taken = bySession.size();
        room.listingChanged(false);
    }

    /** The seat of this session, reserved or taken. */
    @Nullable
    RoomSeat find(String session) {
        return bySession.get(session);
    }

    boolean reserved(String session) {
        RoomSeat seat = bySession.get(session);
        return seat != null && !seat.joined();
    }

    @Nullable
    RoomSeat of(String session) {
        RoomSeat seat = bySession.get(session);
        return seat == null || !seat.joined() ? null : seat;
    }

    /** Those that have joined, in order of reservation. */
    Collection<Seat> joined() {
        List<Seat> present = new ArrayList<>(bySession.size());
        for (RoomSeat seat : bySession.values()) {
            if (seat.joined()) {
                present.add(seat.face());
            }
        }
        return Collections.unmodifiableList(present);
    }

    Collection<RoomSeat> all() {
        return bySession.values();
    }

    /** Seats reserved, taken or held; readable from any thread. */
    int taken() {
        return taken;
    }

    /** Clients connected; readable from any thread. */
    int connected() {
        return connected;
    }
}
