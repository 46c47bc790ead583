package org.hotrealm.room.engine;

import java.util.Queue;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;
import org.jctools.queues.SpscGrowableArrayQueue;
import org.jspecify.annotations.Nullable;

/** Carries what a connection delivers to the room's thread. */
final class SeatGate implements SeatInput {

    private static final long NO_ANSWER = -1;

    private static final int SMALL = 8;
    private static final int MOST_INPUTS = 512;

    private final ActiveRoom room;
    private final SeatLink link;
    /** Read by the room at its ticks: an input wakes nobody. Grows in small pieces, for most rooms take none. */
    private final Queue<InputDelta> inputs = new SpscGrowableArrayQueue<>(SMALL, MOST_INPUTS);

    private volatile @Nullable RoomSeat seat;
    private volatile boolean left;
    /** The inbox was full: the client is on its way out, and what else it sends is nothing to the room. */
    private volatile boolean overflowed;

    SeatGate(ActiveRoom room, SeatLink link) {
        this.room = room;
        this.link = link;
    }

    SeatLink link() {
        return link;
    }

    /** Whether the connection is gone or wants to go. */
    boolean left() {
        return left;
    }

    void accepted(RoomSeat taken) {
        seat = taken;
    }

    @Override
    public void acknowledged() {
        room.loop().post(() -> {
            RoomSeat to = seat;
            if (to != null) {
                room.seatTable().entrance().acknowledged(to, link);
            }
        });
    }

    @Override
    public void message(Message message) {
        offer(message, NO_ANSWER);
    }

    @Override
    public void request(long id, Message message) {
        offer(message, id);
    }

    private void offer(Message message, long request) {
        RoomSeat from = seat;
        if (from == null || overflowed) {
            return;
        }
        if (!room.loop().offer(new Inbound(from, message, request))) {
            overflowed = true;
            link.close(ActiveRoom.WITH_ERROR, "too many messages waiting");
            room.loop()
                    .post(() -> room.seatTable()
                            .departure()
                            .close(from, ActiveRoom.WITH_ERROR, "too many messages waiting"));
        }
    }

    @Override
    public void input(InputDelta input) {
        RoomSeat from = seat;
        if (from != null && !inputs.offer(input)) {
            room.loop()
                    .post(() ->
                            room.seatTable().departure().close(from, ActiveRoom.WITH_ERROR, "too many inputs waiting"));
        }
    }

    /** What this connection has sent as input and the room has not read yet. */
    Queue<InputDelta> inputs() {
        return inputs;
    }

    @Override
    public void leave() {
        left = true;
        room.loop().post(() -> {
            RoomSeat from = seat;
            if (from != null) {
                room.seatTable().departure().leave(from, link);
            }
        });
    }

    @Override
    public void parked() {
        room.loop().post(() -> {
            RoomSeat from = seat;
            if (from != null && from.link() == link) {
                from.standStill(room.tick().number() + room.tick().ticks(Standstill.RESUME_MILLIS));
                InputBuffer buffer = from.buffer();
                if (buffer != null) {
                    buffer.letGo();
                }
            }
        });
    }

    @Override
    public void gone() {
        left = true;
        room.loop().post(() -> {
            RoomSeat from = seat;
            if (from != null) {
                room.seatTable().departure().dropped(from, link);
            }
        });
    }
}
