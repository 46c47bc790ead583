package org.hotrealm.net.colyseus;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hotrealm.net.api.Connection;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.InputOffer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Encoded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's connection to its seat: reads the client's frames for the room and writes the room's for the client. The
 * room calls the {@link SeatLink} half on its thread, the transport the {@link Line} half, one frame at a time.
 */
final class SeatLine implements Line, SeatLink {

    static final String NO_TEXT = "text frames are no part of the protocol";

    private static final Logger LOG = LoggerFactory.getLogger(SeatLine.class);

    private final Connection connection;
    private final RoomUrl url;
    private final MessageFrames messages;
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

    private volatile boolean joined;
    private volatile @Nullable InputLane lane;
    private volatile boolean acknowledged;
    /** The room knows that this connection ends, or ended it itself: nothing more is told to it. */
    private volatile boolean ended;
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
        this.held = held;
        this.connection = connection;
        this.url = url;
        this.messages = messages;
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
        if (ended || broken) {
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
        InputLane taking = lane;
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
                ended = true;
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
        if (ended) {
            return;
        }
        ended = true;
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
            for (byte[] frame = waiting.poll(); frame != null && !ended && !broken; frame = waiting.poll()) {
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
        if (joined) {
            rooms.resume(url.roomId(), url.sessionId(), this);
        } else {
            resumed(rooms.connect(url.claim(), this));
        }
    }

    /** Whether the room has not answered yet, neither yes nor no. */
    boolean entering() {
        return !joined && !ended && !broken;
    }

    /** The protocol is spoken by another version from now on; nothing is left to do here. Its state as data, or null. */
    @Nullable
    Payload handOver() {
        SeatInput to;
        synchronized (turn) {
            to = input;
        }
        if (to != null && !ended) {
            // The room lets go of this link; what it has for the client waits for the next.
            to.parked();
        }
        parked();
        synchronized (turn) {
            Hold waiting = hold;
            InputLane taking = lane;
            return waiting == null || ended || broken
                    ? null
                    : Payload.map(
                            "connection",
                            connection.id(),
                            "joined",
                            joined,
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
            joined = before.flag("joined");
            acknowledged = before.flag("acknowledged");
            lane = before.has("lane") ? InputLane.resume(Payload.of(before.field("lane"))) : null;
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
        if (!acknowledged && !ended && nowNanos - joinBy > 0) {
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

    // ---- from the room

    @Override
    public void joined(String reconnectionToken, byte @Nullable [] handshake) {
        joined = true;
        boolean known = handshake != null && url.knowsTypes();
        send(ServerFrame.joined(url.dialect(), reconnectionToken, known ? new byte[0] : handshake));
    }

    @Override
    public void joined(String reconnectionToken, byte @Nullable [] handshake, InputOffer offer) {
        joined = true;
        lane = new InputLane(offer.settings());
        boolean known = handshake != null && url.knowsTypes();
        send(ServerFrame.joined(reconnectionToken, known ? new byte[0] : handshake, offer));
    }

    @Override
    public Dialect dialect() {
        return url.dialect();
    }

    /** Code 4003 keeps the SDK from trying again and again to come back. */
    @Override
    public void refused(int code, String message) {
        ended = true;
        send(ServerFrame.error(ErrorCode.in(url.dialect(), code), message));
        boolean back = url.reconnectionToken() != null;
        connection.close(back ? CloseCode.FAILED_TO_RECONNECT : CloseCode.WITH_ERROR, message);
    }

    @Override
    public void state(Encoded full) {
        send(Opcode.ROOM_STATE, full);
    }

    @Override
    public void patch(Encoded patch) {
        send(Opcode.ROOM_STATE_PATCH, patch);
    }

    @Override
    public void state(Encoded full, long roomMillis, long sequence) {
        send(ServerFrame.timed(Opcode.ROOM_STATE, full, roomMillis, sequence));
    }

    @Override
    public void patch(Encoded patch, long roomMillis, long sequence) {
        send(ServerFrame.timed(Opcode.ROOM_STATE_PATCH, patch, roomMillis, sequence));
    }

    /** The byte before the state is free for the code, which is the same for all who share the array. */
    private void send(int code, Encoded state) {
        byte[] bytes = state.bytes();
        int from = state.offset() - 1;
        bytes[from] = (byte) code;
        tally.sent(bytes[from], state.length() + 1);
        connection.send(bytes, from, state.length() + 1);
    }

    @Override
    public void message(Message message) {
        send(messages.of(message));
    }

    @Override
    public void answer(Answer answer) {
        byte[] frame;
        try {
            frame = ServerFrame.answer(answer);
        } catch (IllegalArgumentException e) {
            LOG.warn("An answer in room {} cannot be sent: {}", url.roomId(), e.getMessage());
            Payload fault = Payload.map("name", "Error", "message", "the server made an answer that cannot be sent");
            frame = ServerFrame.answer(new Answer(answer.request(), Answer.Status.ERROR, fault));
        }
        send(frame);
    }

    @Override
    public void error(int code, String message) {
        send(ServerFrame.error(code, message));
    }

    @Override
    public void close(int code, String reason) {
        // A client that comes back keeps its seat: the room hears of its going as of any other.
        ended = code != CloseCode.MAY_TRY_RECONNECT;
        connection.close(code, reason);
    }

    @Override
    public void cut() {
        connection.terminate();
    }

    @Override
    public boolean congested() {
        return connection.congested();
    }

    @Override
    public void flush() {
        connection.flush();
    }

    private void send(byte[] frame) {
        tally.sent(frame[0], frame.length);
        connection.send(frame, 0, frame.length);
    }
}
