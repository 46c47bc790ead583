package org.hotrealm.net.colyseus;

import java.util.concurrent.TimeUnit;
import org.hotrealm.net.api.Connection;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.InputOffer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
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
    private final Settings settings;
    private final Allowance allowance;
    private final long joinBy;

    private volatile @Nullable SeatInput input;
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
            Settings settings,
            long nowNanos) {
        this.connection = connection;
        this.url = url;
        this.messages = messages;
        this.breaches = breaches;
        this.settings = settings;
        this.allowance = new Allowance(settings, nowNanos);
        this.joinBy = nowNanos + TimeUnit.MILLISECONDS.toNanos(settings.joinMillis());
    }

    /** Where frames go; set before the first arrives. */
    void input(SeatInput to) {
        input = to;
    }

    // ---- from the client

    @Override
    public void frame(byte[] frame) {
        SeatInput to = input;
        if (to == null || ended || broken) {
            return;
        }
        Rule rule = allowance.spend(frame.length, System.nanoTime());
        if (rule != null) {
            breach(rule, allowance.limit(rule));
            return;
        }
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
        SeatInput to = input;
        if (to == null || ended) {
            return;
        }
        ended = true;
        if (broken || !CloseCode.comesBack(code)) {
            to.leave();
        } else {
            to.gone();
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
        boolean known = handshake != null && url.knowsTypes();
        send(ServerFrame.joined(url.dialect(), reconnectionToken, known ? new byte[0] : handshake));
    }

    @Override
    public void joined(String reconnectionToken, byte @Nullable [] handshake, InputOffer offer) {
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
        connection.send(frame, 0, frame.length);
    }
}
