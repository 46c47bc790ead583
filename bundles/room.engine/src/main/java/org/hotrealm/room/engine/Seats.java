package org.hotrealm.room.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.room.engine.RoomSeat.Status;
import org.hotrealm.state.schema.Dialect;
import org.jspecify.annotations.Nullable;

/** The seats of one room: reserved, taken, held, ended. Room thread only. */
final class Seats {

    private static final int RESERVED_MILLIS = 15_000;
    private static final String EXPIRED = "seat reservation expired.";

    private final ActiveRoom room;
    private final Ids ids;
    private final Map<String, RoomSeat> bySession = new LinkedHashMap<>();
    private volatile int taken;
    private volatile int connected;

    Seats(ActiveRoom room, Ids ids) {
        this.room = room;
        this.ids = ids;
    }

    /** Keeps a seat for a client that is about to connect. */
    String reserve(Payload options, Payload auth) throws RefusedException {
        if (room.locked() || bySession.size() >= room.settings().maxClients()) {
            throw new RefusedException(RefusedException.INVALID_ROOM_ID, "room \"%s\" is locked".formatted(room.id()));
        }
        String session = ids.id();
        long deadline = room.tick().number() + room.tick().ticks(RESERVED_MILLIS);
        bySession.put(session, new RoomSeat(room, session, auth, options, deadline));
        count();
        return session;
    }

    /** The session whose seat is held for this token. */
    String held(String token) throws RefusedException {
        for (RoomSeat seat : bySession.values()) {
            if (matches(seat, token)) {
                return seat.sessionId();
            }
        }
        throw new RefusedException(RefusedException.EXPIRED, "reconnection token invalid or expired.");
    }

    /** A connection wants its reserved or held seat. */
    void connect(SeatGate gate, String session, @Nullable String token, SeatLink link) {
        RoomSeat seat = bySession.get(session);
        boolean comesBack = token != null;
        if (seat == null || (comesBack ? !matches(seat, token) : seat.status() != Status.RESERVED)) {
            link.refused(RefusedException.EXPIRED, EXPIRED);
            return;
        }
        byte[] handshake;
        try {
            handshake = room.handshake(link.dialect());
        } catch (RefusedException e) {
            link.refused(e.code(), e.text());
            return;
        }
        SeatLink before = seat.link();
        if (before != null) {
            // The token proves who it is: the connection that looks open here is dead or another tab.
            before.close(ActiveRoom.CONSENTED, "taken over by a new connection");
            before.flush();
        }
        seat.take(link, ids.token(), comesBack);
        RoomInputs inputs = room.inputs();
        if (inputs != null) {
            seat.listen(inputs, gate.inputs());
        }
        try {
            enter(seat, comesBack);
        } catch (RefusedException e) {
            seat.gone();
            remove(seat);
            link.refused(e.code(), e.text());
            return;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            room.failed("join", e);
            seat.gone();
            remove(seat);
            link.refused(RefusedException.APPLICATION_ERROR, "the join failed on the server");
            return;
        }
        if (seat.link() == link) {
            gate.accepted(seat);
            if (inputs == null || link.dialect() != Dialect.V18) {
                link.joined(seat.token(), handshake);
            } else {
                link.joined(seat.token(), handshake, inputs.offer());
            }
            seat.touched();
        }
        count();
    }

    private void enter(RoomSeat seat, boolean comesBack) throws RefusedException {
        if (comesBack) {
            room.roomType().reconnect(room.face(), seat);
        } else {
            room.roomType().join(room.face(), seat, seat.takeOptions());
        }
    }

    void acknowledged(RoomSeat seat, SeatLink link) {
        if (seat.link() != link || seat.status() != Status.JOINING) {
            return;
        }
        if (room.hasState()) {
            seat.ready();
        } else {
            seat.active();
        }
    }

    /** The client asked to leave. */
    void leave(RoomSeat seat, SeatLink link) {
        if (seat.link() == link) {
            end(seat, true, ActiveRoom.CONSENTED, "");
        }
    }

    /** The connection is gone without consent. */
    void dropped(RoomSeat seat, SeatLink link) {
        if (seat.link() != link) {
            return;
        }
        Duration kept = Duration.ZERO;
        seat.away(Long.MAX_VALUE);
        try {
            kept = room.roomType().drop(room.face(), seat);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            room.failed("drop", e);
        }
        if (kept.isZero() || kept.isNegative()) {
            end(seat, false, ActiveRoom.CONSENTED, "");
        } else {
            seat.away(room.tick().number() + room.tick().ticks(kept.toMillis()));
            count();
        }
    }

    /** The client does not read what it is sent; it is treated as one that vanished. */
    void tooSlow(RoomSeat seat, SeatLink link, String reason) {
        if (seat.link() == link) {
            link.close(ActiveRoom.GOING_AWAY, reason);
            link.flush();
            dropped(seat, link);
        }
    }

    /** The server closes a client; the leave hook runs once the current hook is through. */
    void close(RoomSeat seat, int code, String reason) {
        SeatLink link = seat.link();
        if (seat.status() == Status.GONE) {
            return;
        }
        if (link != null) {
            link.close(code, reason);
            link.flush();
        }
        seat.away(Long.MAX_VALUE);
        room.loop().post(() -> end(seat, false, code, reason));
    }

    /** Ends seats whose time is over. */
    void expire(long tick) {
        List<RoomSeat> over = List.of();
        for (RoomSeat seat : bySession.values()) {
            boolean kept = seat.status() == Status.RESERVED || seat.status() == Status.AWAY;
            if (kept && tick >= seat.deadline()) {
                over = over.isEmpty() ? new ArrayList<>() : over;
                over.add(seat);
            }
        }
        for (RoomSeat seat : over) {
            if (seat.status() == Status.RESERVED) {
                seat.gone();
                remove(seat);
            } else {
                end(seat, false, ActiveRoom.CONSENTED, "");
            }
        }
    }

    /** Ends every seat, as the room does when it ends. */
    void endAll(int code, String reason) {
        for (RoomSeat seat : new ArrayList<>(bySession.values())) {
            end(seat, false, code, reason);
        }
    }

    private void end(RoomSeat seat, boolean consented, int code, String reason) {
        if (seat.status() == Status.GONE) {
            return;
        }
        boolean joined = seat.status() != Status.RESERVED;
        SeatLink link = seat.link();
        if (joined) {
            try {
                room.roomType().leave(room.face(), seat, consented);
            } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                room.failed("leave", e);
            }
        }
        seat.gone();
        remove(seat);
        if (link != null) {
            link.close(code, reason);
            link.flush();
        }
    }

    private void remove(RoomSeat seat) {
        bySession.remove(seat.sessionId(), seat);
        count();
    }

    private void count() {
        int with = 0;
        for (RoomSeat seat : bySession.values()) {
            with += seat.connected() ? 1 : 0;
        }
        connected = with;
        taken = bySession.size();
        room.listingChanged();
    }

    private static boolean matches(RoomSeat seat, @Nullable String token) {
        return token != null
                && seat.status() != Status.RESERVED
                && !seat.token().isEmpty()
                && MessageDigest.isEqual(
                        seat.token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    @Nullable
    RoomSeat of(String session) {
        RoomSeat seat = bySession.get(session);
        return seat == null || seat.status() == Status.RESERVED ? null : seat;
    }

    /** Those that have joined, in order of reservation. */
    Collection<Seat> joined() {
        List<Seat> present = new ArrayList<>(bySession.size());
        for (RoomSeat seat : bySession.values()) {
            if (seat.status() != Status.RESERVED) {
                present.add(seat);
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
