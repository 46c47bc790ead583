package org.hotrealm.net.colyseus;

import org.hotrealm.net.api.Connection;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.InputOffer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Encoded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the room has for a client; the room calls it on its thread. */
abstract class SeatWriter implements SeatLink {

    private static final Logger LOG = LoggerFactory.getLogger(SeatWriter.class);

    private final Connection connection;
    private final RoomUrl url;
    private final MessageFrames messages;
    private final Breaches breaches;
    private final Tally tally;

    private volatile boolean joined;
    private volatile @Nullable InputLane lane;
    /** The room knows that this connection ends, or ended it itself: nothing more is told to it. */
    private volatile boolean ended;

    SeatWriter(Connection connection, RoomUrl url, MessageFrames messages, Breaches breaches, Tally tally) {
        this.connection = connection;
        this.url = url;
        this.messages = messages;
        this.breaches = breaches;
        this.tally = tally;
    }

    /** Whether the room has let the client in. */
    final boolean joined() {
        return joined;
    }

    /** How inputs are read; null where the room takes none. */
    final @Nullable InputLane lane() {
        return lane;
    }

    /** Whether the room is told nothing more. */
    final boolean ended() {
        return ended;
    }

    /** Nothing more is told to the room. */
    final void end() {
        ended = true;
    }

    /** Goes on where an earlier version's line stood. */
    final void goOn(boolean in, @Nullable InputLane taking) {
        joined = in;
        lane = taking;
    }

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
        boolean first = !ended;
        ended = code != CloseCode.MAY_TRY_RECONNECT;
        Rule rule = broken(code);
        if (first && rule != null) {
            breaches.add(rule, connection, reason);
        }
        connection.close(code, reason);
    }

    /** What the client has done where its room closes it with this code; null for nothing. */
    private static @Nullable Rule broken(int code) {
        return switch (code) {
            case CloseCode.WITH_ERROR -> Rule.ROOM;
            case CloseCode.GOING_AWAY -> Rule.SLOW;
            default -> null;
        };
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

    final void send(byte[] frame) {
        tally.sent(frame[0], frame.length);
        connection.send(frame, 0, frame.length);
    }
}
