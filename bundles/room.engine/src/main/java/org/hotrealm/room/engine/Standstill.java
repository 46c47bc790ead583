package org.hotrealm.room.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.SeatLink;

/** How a room stands still, lets go of everything, and goes on: as another one, or as itself. Room thread only. */
final class Standstill {

    /** After a swap connections that do not come back within this time are lost. */
    static final int RESUME_MILLIS = 10_000;

    private final ActiveRoom room;
    /** Messages from before it stood still. */
    private List<Inbound> held = List.of();

    Standstill(ActiveRoom room) {
        this.room = room;
    }

    /** What keeps the room from being parked, as far as it can be told without trying. */
    List<String> obstacles() {
        return RoomParcel.obstacles(room);
    }

    /**
     * Stands still for good: its connections are on their own, and it lets go of everything. Between two ticks, while nothing
     * of it is under way elsewhere.
     */
    Sleeper park() {
        room.turns().flush();
        Map<String, SeatLink> links = new LinkedHashMap<>();
        List<Inbound> inbox = halt(links, true);
        try {
            return asleep(RoomParcel.write(room, inbox), links);
        } catch (RuntimeException | Error e) {
            stay(inbox, links);
            throw e;
        }
    }

    /**
     * As {@link #park}, on a thread that has taken the room from another in the middle of a hook: what that began is cut short.
     *
     * @param trusted whether the room's type may still be called
     */
    Sleeper parkSeized(boolean trusted) {
        Map<String, SeatLink> links = new LinkedHashMap<>();
        return asleep(RoomParcel.write(room, halt(links, trusted)), links);
    }

    /** Has all connections stand still, those too that get their seat by the tasks that still wait. */
    private List<Inbound> halt(Map<String, SeatLink> links, boolean tasks) {
        halt(links);
        List<Inbound> inbox = room.loop().clear(tasks);
        halt(links);
        return inbox;
    }

    private void halt(Map<String, SeatLink> links) {
        for (RoomSeat seat : room.seatTable().all()) {
            SeatLink link = seat.link();
            if (link != null && links.get(seat.sessionId()) != link) {
                link.parked();
                links.put(seat.sessionId(), link);
            }
        }
    }

    private Sleeper asleep(Parcel parcel, Map<String, SeatLink> links) {
        room.loop().fallAsleep();
        for (RoomSeat seat : room.seatTable().all()) {
            seat.out().letGo();
        }
        room.face().clear();
        room.rebinding().clear();
        return new Sleeper(
                room.id(), room.type(), parcel, System.nanoTime(), room.stats().late(), links);
    }

    /** Goes on as if it had not been asked to stand still; clients get a full state. */
    private void stay(List<Inbound> inbox, Map<String, SeatLink> links) {
        inbox.forEach(room.loop()::offer);
        links.forEach((session, link) -> {
            RoomSeat seat = room.seatTable().of(session);
            if (seat != null && seat.link() == link) {
                seat.standStill(Long.MAX_VALUE);
                room.seatTable().entrance().resume(new SeatGate(room, link), session);
            }
        });
    }

    /** It runs elsewhere, or is not to run here after all: what counts for clients' addresses because of it is given back. */
    void vanish() {
        room.loop().fallAsleep();
        room.face().clear();
        room.rebinding().clear();
        room.seatTable().forgetReserved();
        room.maker().ended();
    }

    /** The room has been made again; these messages wait for it to go on. */
    void restored(List<Inbound> inbox) {
        held = inbox;
    }

    /** Begins to tick again, and to handle what was sent before it stood still. */
    void goOn() {
        held.forEach(room.loop()::offer);
        held = List.of();
        room.loop().resume();
        room.listingChanged(true);
    }
}
