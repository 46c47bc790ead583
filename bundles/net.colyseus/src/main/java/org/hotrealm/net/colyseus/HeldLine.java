package org.hotrealm.net.colyseus;

import java.util.Set;
import org.hotrealm.net.api.Connection;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.SeatInput;
import org.jspecify.annotations.Nullable;

/** A line whose frames, and whose end, wait while the room stands still. */
abstract class HeldLine extends SeatWriter implements Line {

    private final Connection connection;
    private final RoomUrl url;
    private final Set<HeldLine> held;
    /** Frames are handed over under it, so that a line is held between two of them. */
    final Object turn = new Object();

    private volatile @Nullable SeatInput input;
    private @Nullable Hold hold;
    /** Where frames go while the room runs on another node. */
    private @Nullable Relay relay;
    /** The rooms that were asked for the seat again and have not answered yet. */
    private @Nullable Rooms asked;

    private volatile boolean acknowledged;
    /** The client broke a rule: it is not listened to any more, and its seat is not kept. */
    private volatile boolean broken;

    HeldLine(
            Connection connection,
            RoomUrl url,
            MessageFrames messages,
            Breaches breaches,
            Tally tally,
            Set<HeldLine> held) {
        super(connection, url, messages, breaches, tally);
        this.connection = connection;
        this.url = url;
        this.held = held;
    }

    /** A frame for the room. */
    abstract void handle(SeatInput to, byte[] frame);

    /** The connection is gone. */
    abstract void tellGone(SeatInput to, int code);

    /** The client broke a rule. */
    abstract void breach(Rule rule, String what);

    final boolean broken() {
        return broken;
    }

    final void breaks() {
        broken = true;
    }

    final boolean acknowledged() {
        return acknowledged;
    }

    final void acknowledged(boolean before) {
        acknowledged = before;
    }

    /** The client says that it has joined; false where it has said so before. */
    final boolean acknowledge() {
        boolean first = !acknowledged;
        acknowledged = true;
        return first;
    }

    /** Where frames go; set before the first arrives, or while the line is held. */
    void input(SeatInput to) {
        synchronized (turn) {
            if (hold == null && input == null) {
                input = to;
            }
        }
    }

    /** To the room, or kept for it. */
    final void deliver(byte[] frame) {
        synchronized (turn) {
            SeatInput to = input;
            Hold waiting = hold;
            Relay far = relay;
            if (waiting != null) {
                keep(waiting, frame);
            } else if (far != null) {
                forward(far, frame);
            } else if (to != null) {
                handle(to, frame);
            }
        }
    }

    private void forward(Relay far, byte[] frame) {
        if (!far.out().frame(frame)) {
            breach(Rule.FRAMES, "too much waits for the room's node");
        }
    }

    /** From now on frames go to another node, those first that were kept. */
    final void relay(Relay far) {
        held.remove(this);
        synchronized (turn) {
            Hold waiting = hold;
            hold = null;
            relay = far;
            if (waiting == null) {
                return;
            }
            for (byte[] frame = waiting.poll(); frame != null; frame = waiting.poll()) {
                forward(far, frame);
            }
            if (waiting.closeCode() != 0) {
                far.out().closed(waiting.closeCode());
            }
        }
    }

    /** Keeps frames, and gives the relay that they went to before; null where there was none. */
    final @Nullable Relay holdRelay() {
        synchronized (turn) {
            Relay far = relay;
            relay = null;
            parked();
            return far;
        }
    }

    /** Where frames of now are kept; null where they are not. */
    final @Nullable Hold held() {
        synchronized (turn) {
            return hold;
        }
    }

    /** Keeps frames in this one from now on. */
    final void hold(Hold next) {
        synchronized (turn) {
            hold = next;
        }
    }

    /** Where frames go that are not kept. */
    final @Nullable SeatInput input() {
        return input;
    }

    /** The rooms need not answer it any more. */
    final void forgetHeld() {
        held.remove(this);
    }

    private void keep(Hold waiting, byte[] frame) {
        if (frame.length == 1 && frame[0] == Opcode.PING) {
            pong();
        } else if (!waiting.keep(frame)) {
            breach(Rule.FRAMES, "too much was sent while the room was renewed");
        }
    }

    final void pong() {
        send(ServerFrame.pong());
        connection.flush();
    }

    @Override
    public void closed(int code) {
        synchronized (turn) {
            Hold waiting = hold;
            SeatInput to = input;
            Relay far = relay;
            if (waiting != null) {
                waiting.closed(code);
            } else if (far != null) {
                far.out().closed(code);
            } else if (to != null) {
                tellGone(to, code);
            }
        }
    }

    @Override
    public void parked() {
        held.add(this);
        synchronized (turn) {
            input = null;
            asked = null;
            if (hold == null) {
                hold = new Hold(System.nanoTime());
            }
        }
    }

    @Override
    public void resumed(SeatInput next) {
        held.remove(this);
        synchronized (turn) {
            Hold waiting = hold;
            input = next;
            hold = null;
            asked = null;
            if (waiting == null) {
                return;
            }
            for (byte[] frame = waiting.poll(); frame != null && !ended() && !broken; frame = waiting.poll()) {
                handle(next, frame);
            }
            if (waiting.closeCode() != 0) {
                tellGone(next, waiting.closeCode());
            }
        }
    }

    /** Other rooms are here: the connection wants its seat again, or takes the one that it was about to take. */
    void comeBack(Rooms rooms) {
        synchronized (turn) {
            if (hold == null || asked == rooms) {
                return;
            }
            asked = rooms;
        }
        if (joined()) {
            rooms.resume(url.roomId(), url.sessionId(), this);
        } else {
            resumed(rooms.connect(url.claim(), this));
        }
    }

    /** Whether the room has not answered yet, neither yes nor no. */
    boolean entering() {
        return !joined() && !ended() && !broken;
    }

    /** Ends a line whose rooms do not come back. */
    void checkHeld(long nowNanos, long mostNanos) {
        boolean late;
        synchronized (turn) {
            Hold waiting = hold;
            late = waiting != null && nowNanos - waiting.since() > mostNanos;
        }
        if (late) {
            held.remove(this);
            connection.close(CloseCode.MAY_TRY_RECONNECT, "the rooms are being renewed; come back");
        }
    }
}
