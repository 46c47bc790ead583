package org.hotrealm.net.colyseus;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hotrealm.net.api.Connection;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.SeatInput;

/**
 * A client's connection to its seat: reads the client's frames for the room. The transport calls the {@link Line} half, one
 * frame at a time; what the room calls on its thread is in {@link SeatWriter}, how frames are kept while that stands still in
 * {@link HeldLine}, how others go on with it in {@link MovingLine}.
 */
final class SeatLine extends MovingLine {

    static final String NO_TEXT = "text frames are no part of the protocol";

    private final Connection connection;
    private final Breaches breaches;
    private final Tally tally;
    private final Settings settings;
    private final Allowance allowance;
    private final long joinBy;

    SeatLine(
            Connection connection,
            RoomUrl url,
            MessageFrames messages,
            Breaches breaches,
            Tally tally,
            Set<HeldLine> held,
            Relays relays,
            Settings settings,
            long nowNanos) {
        super(connection, url, messages, breaches, tally, held, relays);
        this.connection = connection;
        this.breaches = breaches;
        this.tally = tally;
        this.settings = settings;
        this.allowance = new Allowance(settings, nowNanos);
        this.joinBy = nowNanos + TimeUnit.MILLISECONDS.toNanos(settings.joinMillis());
    }

    // ---- from the client

    @Override
    public void frame(byte[] frame) {
        if (ended() || broken()) {
            return;
        }
        Rule rule = allowance.spend(frame.length, System.nanoTime());
        if (rule != null) {
            breach(rule, allowance.limit(rule));
            return;
        }
        tally.received(frame);
        deliver(frame);
    }

    @Override
    void handle(SeatInput to, byte[] frame) {
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
            case ClientFrame.Acknowledge _ -> acknowledged(to);
            case ClientFrame.Ping _ -> pong();
            case ClientFrame.Leave _ -> {
                end();
                to.leave();
            }
        }
    }

    private void acknowledged(SeatInput to) {
        if (acknowledge()) {
            to.acknowledged();
        }
    }

    @Override
    void tellGone(SeatInput to, int code) {
        if (ended()) {
            return;
        }
        end();
        if (broken() || !CloseCode.comesBack(code)) {
            to.leave();
        } else {
            to.gone();
        }
    }

    @Override
    public void check(long nowNanos) {
        if (!acknowledged() && !ended() && !away() && nowNanos - joinBy > 0) {
            breach(Rule.JOIN_TIME, "no seat taken and acknowledged within %d ms".formatted(settings.joinMillis()));
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void failed() {
        breaks();
        connection.close(CloseCode.SERVER_ERROR, "the server failed on this connection");
    }

    @Override
    void breach(Rule rule, String what) {
        breaks();
        breaches.add(rule, connection, what);
        connection.close(CloseCode.WITH_ERROR, CloseCode.reason(what));
    }
}
