package org.hotrealm.net.colyseus;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hotrealm.net.api.Connection;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.SeatInput;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection to its seat: reads the client's frames for the room, and keeps them while that stands still. The
 * transport calls the {@link Line} half, one frame at a time; what the room calls on its thread is in {@link SeatWriter}.
 */
final class SeatLine extends SeatWriter implements Line {

    static final String NO_TEXT = "text frames are no part of the protocol";

    private final Connection connection;
    private final RoomUrl url;
    private final Breaches breaches;
    private final Tally tally;
    private final Settings settings;
    private final Allowance allowance;
    private final long joinBy;

    private final Set<SeatLine> held;
    /** Frames are handed over under it, so that a line is held between two of them. */
    private final Object turn = new Object();

    private volatile @Nullable SeatInput input;
    private @Nullable Hold hold;
    /** The rooms that were asked for the seat again and have not answered yet. */
    private @Nullable Rooms asked;

    private volatile boolean acknowledged;
    /** The client broke a rule: it is not listened to any more, and its seat is not kept. */
    private volatile boolean broken;

    SeatLine(
            Connection connection,
            RoomUrl url,
            MessageFrames messages,
            Breaches breaches,
            Tally tally,
            Set<SeatLine> held,
            Settings settings,
            long nowNanos) {
        super(connection, url, messages, breaches, tally);
        this.held = held;
        this.connection = connection;
        this.url = url;
        this.breaches = breaches;
        this.tally = tally;
        this.settings = settings;
        this.allowance = new Allowance(settings, nowNanos);
        this.joinBy = nowNanos + TimeUnit.MILLISECONDS.toNanos(settings.joinMillis());
    }

    /** Where frames go; set before the first arrives, or while the line is held. */
    void input(SeatInput to) {
        synchronized (turn) {
            if (hold == null && input == null) {
                input = to;
            }
        }
    }

    // ---- from the client

    @Override
    public void frame(byte[] frame) {
        if (ended() || broken) {
            return;
        }
        Rule rule = allowance.spend(frame.length, System.nanoTime());
        if (rule != null) {
            breach(rule, allowance.limit(rule));
            return;
        }
        tally.received(frame);
        synchronized (turn) {
            SeatInput to = input;
            Hold waiting = hold;
            if (waiting != null) {
                keep(waiting, frame);
            } else if (to != null) {
                handle(to, frame);
            }
        }
    }

    private void keep(Hold waiting, byte[] frame) {
        if (frame.length == 1 && frame[0] == Opcode.PING) {
            pong();
        } else if (!waiting.keep(frame)) {
            breach(Rule.FRAMES, "too much was sent while the room was renewed");
        }
    }

    private void handle(SeatInput to, byte[] frame) {
        try {
            if (ClientFrame.isInput(frame)) {
                inputs(to, frame);
            } else {
                take(to, ClientFrame.read(frame, settings.payload()));
            }
        } catch (MalformedException e) {
            breach(Rule.MALFORMED, e.text());
        }
    }

    private void inputs(SeatInput to, byte[] frame) throws MalformedException {
        InputLane taking = lane();
        if (taking == null) {
            throw new MalformedException("an input, which this room does not take");
        }
        for (InputDelta input : taking.read(frame)) {
            to.input(input);
        }
    }

    private void take(SeatInput to, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Data(Message message) -> to.message(message);
            case ClientFrame.Request(long id, Message message) -> to.request(id, message);
            case ClientFrame.Acknowledge _ -> acknowledge(to);
            case ClientFrame.Ping _ -> pong();
            case ClientFrame.Leave _ -> {
                end();
                to.leave();
            }
        }
    }

    private void acknowledge(SeatInput to) {
        if (!acknowledged) {
            acknowledged = true;
            to.acknowledged();
        }
    }

    private void pong() {
        send(ServerFrame.pong());
        connection.flush();
    }

    @Override
    public void text() {
        breach(Rule.TEXT, NO_TEXT);
    }

    @Override
    public void closed(int code) {
        synchronized (turn) {
            Hold waiting = hold;
            SeatInput to = input;
            if (waiting != null) {
                waiting.closed(code);
            } else if (to != null) {
                tellGone(to, code);
            }
        }
    }

    private void tellGone(SeatInput to, int code) {
        if (ended()) {
            return;
        }
        end();
        if (broken || !CloseCode.comesBack(code)) {
            to.leave();
        } else {
            to.gone();
        }
    }

    // ---- while the room stands still

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

    /** The protocol is spoken by another version from now on; nothing is left to do here. Its state as data, or null. */
    @Nullable
    Payload handOver() {
        SeatInput to;
        synchronized (turn) {
            to = input;
        }
        if (to != null && !ended()) {
            // The room lets go of this link; what it has for the client waits for the next.
            to.parked();
        }
        parked();
        synchronized (turn) {
            Hold waiting = hold;
            InputLane taking = lane();
            return waiting == null || ended() || broken
                    ? null
                    : Payload.map(
                            "connection",
                            connection.id(),
                            "joined",
                            joined(),
                            "acknowledged",
                            acknowledged,
                            "lane",
                            taking == null ? null : taking.park(),
                            "closed",
                            waiting.closeCode(),
                            "frames",
                            waiting.frames());
        }
    }

    /** Goes on where an earlier version's line stood; held until the rooms answer. */
    void takeOver(Payload before) {
        parked();
        synchronized (turn) {
            goOn(before.flag("joined"), before.has("lane") ? InputLane.resume(Payload.of(before.field("lane"))) : null);
            acknowledged = before.flag("acknowledged");
            Hold waiting = new Hold(System.nanoTime());
            Payload.of(before.field("frames")).items().forEach(frame -> waiting.keep((byte[]) frame));
            waiting.closed((int) before.whole("closed", 0, 65_535));
            hold = waiting;
        }
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

    @Override
    public void check(long nowNanos) {
        if (!acknowledged && !ended() && nowNanos - joinBy > 0) {
            breach(Rule.JOIN_TIME, "no seat taken and acknowledged within %d ms".formatted(settings.joinMillis()));
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void failed() {
        broken = true;
        connection.close(CloseCode.SERVER_ERROR, "the server failed on this connection");
    }

    private void breach(Rule rule, String what) {
        broken = true;
        breaches.add(rule, connection, what);
        connection.close(CloseCode.WITH_ERROR, CloseCode.reason(what));
    }
}
