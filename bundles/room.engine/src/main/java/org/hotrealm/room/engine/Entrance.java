package org.hotrealm.room.engine;

import org.hotrealm.room.api.Admission;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.room.api.Visitor;
import org.hotrealm.state.schema.Dialect;
import org.jspecify.annotations.Nullable;

/** How connections come to their seats. Room thread only. */
final class Entrance {

    private static final String EXPIRED = "seat reservation expired.";

    private final ActiveRoom room;
    private final Seats seats;
    private final Ids ids;

    Entrance(ActiveRoom room, Seats seats, Ids ids) {
        this.room = room;
        this.seats = seats;
        this.ids = ids;
    }

    /** A connection wants its reserved or held seat. */
    void connect(SeatGate gate, String session, @Nullable String token, @Nullable String authToken) {
        RoomSeat seat = seats.find(session);
        boolean comesBack = token != null;
        if (seat == null || (comesBack ? !seat.opensWith(token) : seat.status() != SeatStatus.RESERVED)) {
            room.host().refused(RefusedException.EXPIRED);
            gate.link().refused(RefusedException.EXPIRED, EXPIRED);
            return;
        }
        byte @Nullable [] handshake;
        try {
            handshake = room.patches().handshake(gate.link().dialect());
        } catch (RefusedException e) {
            gate.link().refused(e.code(), e.text());
            return;
        }
        Admission admission = comesBack ? null : room.hooks().seats().admission();
        if (admission == null) {
            take(gate, seat, handshake, comesBack);
        } else {
            // One use: from here on nobody else gets this seat, whatever the answer.
            seat.admitting();
            room.host().limits().seatTaken(seat.address(), room, session);
            ask(
                    admission,
                    new Visitor(
                            room.id(),
                            session,
                            seat.pass().options(),
                            seat.pass().auth(),
                            authToken),
                    gate,
                    seat,
                    handshake);
        }
    }

    /** A connection is back after a swap. */
    void resume(SeatGate gate, String session) {
        RoomSeat seat = seats.find(session);
        if (seat == null || !seat.resuming()) {
            gate.link().close(ActiveRoom.COME_BACK, "the seat is not there any more; come back");
            return;
        }
        seat.resumed(gate.link());
        InputBuffer inputs = seat.buffer();
        if (inputs != null) {
            inputs.resumed(gate.inputs());
        }
        gate.accepted(seat);
        gate.link().resumed(gate);
        seat.out().touched();
        if (room.patches().hasState() && seat.status() == SeatStatus.READY) {
            room.patches().joined();
        }
        seats.count();
    }

    private void ask(Admission admission, Visitor visitor, SeatGate gate, RoomSeat seat, byte @Nullable [] handshake) {
        room.ending().works().begun();
        room.host().waiting().execute(() -> {
            Payload auth;
            try {
                auth = admission.admit(visitor);
            } catch (RefusedException e) {
                answered(() -> turnAway(gate, seat, e));
                return;
            } catch (Exception | Error e) {
                answered(() -> {
                    room.failed("admission", e);
                    turnAway(gate, seat, failed());
                });
                return;
            }
            answered(() -> admitted(gate, seat, handshake, auth));
        });
    }

    private void answered(Runnable whatFollows) {
        room.loop().post(() -> {
            try {
                whatFollows.run();
            } finally {
                room.ending().works().ended();
            }
        });
    }

    private void admitted(SeatGate gate, RoomSeat seat, byte @Nullable [] handshake, Payload auth) {
        if (seat.status() != SeatStatus.ADMITTING) {
            gate.link().refused(RefusedException.EXPIRED, EXPIRED);
        } else if (gate.left()) {
            release(seat);
        } else {
            seat.pass().auth(auth);
            take(gate, seat, handshake, false);
        }
    }

    private void take(SeatGate gate, RoomSeat seat, byte @Nullable [] handshake, boolean comesBack) {
        SeatLink link = gate.link();
        SeatLink before = seat.link();
        if (before != null) {
            // The token proves who it is: the connection that looks open here is dead or another tab.
            before.close(ActiveRoom.CONSENTED, "taken over by a new connection");
            before.flush();
        }
        if (!comesBack) {
            room.host().limits().seatTaken(seat.address(), room, seat.sessionId());
        }
        seat.take(link, ids.token(), comesBack);
        RoomInputs inputs = room.inputs();
        if (inputs != null) {
            seat.listen(inputs, gate.inputs());
        }
        if (!enter(gate, seat, comesBack)) {
            return;
        }
        if (seat.link() == link) {
            gate.accepted(seat);
            if (inputs == null || link.dialect() != Dialect.V18) {
                link.joined(seat.pass().token(), handshake);
            } else {
                link.joined(seat.pass().token(), handshake, inputs.offer());
            }
            seat.out().touched();
        }
        seats.count();
        room.maker().joined();
        arrived(seat);
    }

    private boolean enter(SeatGate gate, RoomSeat seat, boolean comesBack) {
        if (comesBack) {
            room.meters().returned();
            room.hooks().seats().reconnect(seat);
            return true;
        }
        try {
            room.hooks().seats().join(seat, seat.pass().takeOptions());
            return true;
        } catch (RefusedException e) {
            turnAway(gate, seat, e);
        } catch (Exception | Error e) {
            room.failed("join", e);
            turnAway(gate, seat, failed());
        }
        return false;
    }

    /** The room it came from lets go of it. */
    private void arrived(RoomSeat seat) {
        String from = seat.pass().takeOrigin();
        if (!from.isEmpty()) {
            room.host().travels().arrived(from, seat.sessionId());
        }
    }

    private void turnAway(SeatGate gate, RoomSeat seat, RefusedException e) {
        release(seat);
        room.host().refused(e.code());
        gate.link().refused(e.code(), e.text());
    }

    private void release(RoomSeat seat) {
        seat.gone();
        seats.remove(seat);
    }

    private static RefusedException failed() {
        return new RefusedException(RefusedException.APPLICATION_ERROR, "the join failed on the server");
    }

    void acknowledged(RoomSeat seat, SeatLink link) {
        if (seat.link() != link || seat.status() != SeatStatus.JOINING) {
            return;
        }
        if (room.patches().hasState()) {
            seat.ready();
            room.patches().joined();
        } else {
            seat.active();
        }
    }
}
