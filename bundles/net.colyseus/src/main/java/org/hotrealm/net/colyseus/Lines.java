package org.hotrealm.net.colyseus;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.ConnectionHandler;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;

/** Every connection and what it is for. Any thread. */
final class Lines implements ConnectionHandler {

    private static final String NO_SEAT = "seat reservation expired.";
    private static final String COME_BACK = "the server was renewed; come back";

    private final Map<Long, Line> lines = new ConcurrentHashMap<>();
    private final MessageFrames messages = new MessageFrames();
    private final LongAdder breaches = new LongAdder();
    private final Supplier<@Nullable Rooms> rooms;
    private volatile Settings settings;

    Lines(Supplier<@Nullable Rooms> rooms, Settings settings) {
        this.rooms = rooms;
        this.settings = settings;
    }

    /** Holds for connections opened from now on. */
    void settings(Settings next) {
        settings = next;
    }

    /** Clients closed for breaking the protocol's rules. */
    long breaches() {
        return breaches.sum();
    }

    @Override
    public void opened(Connection connection) {
        long now = System.nanoTime();
        RoomUrl url;
        try {
            url = RoomUrl.of(connection.opening());
        } catch (RefusedException e) {
            byte[] error = ServerFrame.error(e.code(), e.text());
            connection.send(error, 0, error.length);
            connection.close(CloseCode.WITH_ERROR, e.text());
            return;
        }
        if (url == null) {
            lines.put(connection.id(), new ProbeLine(connection, settings, now));
            return;
        }
        SeatLine line = new SeatLine(connection, url, messages, breaches, settings, now);
        lines.put(connection.id(), line);
        Rooms open = rooms.get();
        if (url.roomId().isEmpty()) {
            line.refused(RefusedException.EXPIRED, NO_SEAT);
        } else if (open == null) {
            connection.close(CloseCode.MAY_TRY_RECONNECT, "the rooms are being renewed; come back");
        } else {
            line.input(open.connect(url.roomId(), url.sessionId(), url.reconnectionToken(), line));
        }
    }

    /** The seat of such a connection was taken through an earlier handler; its client takes it again. */
    @Override
    public void adopted(Connection connection) {
        if (!RoomUrl.namesSeat(connection.opening())) {
            opened(connection);
        } else {
            connection.close(CloseCode.MAY_TRY_RECONNECT, COME_BACK);
        }
    }

    @Override
    public void frame(Connection connection, byte[] frame) {
        Line line = lines.get(connection.id());
        if (line != null) {
            line.frame(frame);
        }
    }

    @Override
    public void text(Connection connection, String text) {
        Line line = lines.get(connection.id());
        if (line != null) {
            line.text();
        }
    }

    @Override
    public void closed(Connection connection, int code, String reason) {
        Line line = lines.remove(connection.id());
        if (line != null) {
            line.closed(code);
        }
    }

    /** Ends what takes too long. To be called about once a second. */
    void check(long nowNanos) {
        lines.values().forEach(line -> line.check(nowNanos));
    }

    /** Tells the rooms that nobody carries these connections any more. The sockets stay, for the next handler. */
    void letGo() {
        lines.values().forEach(line -> line.closed(CloseCode.MAY_TRY_RECONNECT));
        lines.clear();
    }
}
