package org.hotrealm.room.engine;

import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Inputs;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** A seat as the room's type and systems see it; refuses other threads. */
final class SeatFace implements Seat {

    private final ActiveRoom room;
    private final RoomSeat seat;

    SeatFace(ActiveRoom room, RoomSeat seat) {
        this.room = room;
        this.seat = seat;
    }

    @Override
    public String sessionId() {
        return seat.sessionId();
    }

    @Override
    public Payload auth() {
        return seat.pass().auth();
    }

    @Override
    public String address() {
        return seat.address();
    }

    @Override
    public String reconnectionToken() {
        return seat.pass().token();
    }

    @Override
    public Payload data() {
        return seat.pass().data();
    }

    @Override
    public void data(Payload kept) {
        room.own();
        seat.pass().data(kept);
    }

    @Override
    public boolean connected() {
        return seat.connected();
    }

    @Override
    public void send(String type, Payload payload) {
        room.own();
        seat.out().deliver(new Message(type, payload, false));
    }

    @Override
    public void sendAfterPatch(String type, Payload payload) {
        room.own();
        room.patches().after(seat, new Message(type, payload, false));
    }

    @Override
    public void sendBytes(String type, byte[] bytes) {
        room.own();
        seat.out().deliver(new Message(type, Payload.of(bytes), true));
    }

    @Override
    public void answer(long request, Payload payload) {
        answer(request, Answer.Status.OK, payload);
    }

    @Override
    public void reject(long request, Payload reason) {
        answer(request, Answer.Status.REJECTED, reason);
    }

    private void answer(long request, Answer.Status status, Payload payload) {
        room.own();
        if (seat.out().answered(request)) {
            seat.out().answer(new Answer(request, status, payload));
        }
    }

    @Override
    public void error(int code, String message) {
        room.own();
        SeatLink to = seat.link();
        if (to != null) {
            to.error(code, message);
            seat.out().touched();
        }
    }

    @Override
    public void close(int code, String reason) {
        room.own();
        SeatLink to = seat.link();
        if (code == ActiveRoom.COME_BACK && to != null) {
            to.close(code, reason);
            seat.out().touched();
            return;
        }
        room.seatTable().departure().close(seat, code, reason);
    }

    @Override
    public void release() {
        room.own();
        room.seatTable().departure().release(seat);
    }

    @Override
    public void travel(String roomId, Payload carry) {
        room.own();
        room.host().travels().begin(room, seat, roomId, carry);
    }

    @Override
    public void cut() {
        room.own();
        SeatLink to = seat.link();
        if (to != null) {
            to.cut();
        }
    }

    @Override
    public @Nullable StateView view() {
        room.own();
        return seat.sight().view();
    }

    @Override
    public Inputs inputs() {
        room.own();
        InputBuffer buffer = seat.buffer();
        if (buffer == null) {
            throw new IllegalStateException(
                    "room type %s takes no inputs: declare them by RoomType.inputs".formatted(room.type()));
        }
        return buffer;
    }

    @Override
    public String toString() {
        return "seat " + seat.sessionId();
    }
}
