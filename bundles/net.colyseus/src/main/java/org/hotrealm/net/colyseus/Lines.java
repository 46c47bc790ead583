package org.hotrealm.net.colyseus;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.ConnectionHandler;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every connection and what it is for. Any thread. */
final class Lines implements ConnectionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    private static final String NO_SEAT = "seat reservation expired.";
    private static final String COME_BACK = "the server was renewed; come back";

    private final Map<Long, Line> lines = new ConcurrentHashMap<>();
    private final MessageFrames messages = new MessageFrames();
    private final Breaches breaches = new Breaches();
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
    Breaches breaches() {
        return breaches;
    }

    @Override
    public void opened(Connection connection) {
        RoomUrl url;
        try {
            url = RoomUrl.of(connection.opening());
        } catch (RefusedException e) {
            byte[] error = ServerFrame.error(e.code(), e.text());
            connection.send(error, 0, error.length);
            connection.close(CloseCode.WITH_ERROR, e.text());
            return;
        }
        long now = System.nanoTime();
        if (url == null) {
            lines.put(connection.id(), new ProbeLine(connection, breaches, settings, now));
            return;
        }
        SeatLine line = new SeatLine(connection, url, messages, breaches, settings, now);
        lines.put(connection.id(), line);
        guarded(line, _ -> connect(line, url));
    }

    private void connect(SeatLine line, RoomUrl url) {
        Rooms open = rooms.get();
        if (url.roomId().isEmpty()) {
            line.refused(RefusedException.EXPIRED, NO_SEAT);
        } else if (open == null) {
            line.close(CloseCode.MAY_TRY_RECONNECT, "the rooms are being renewed; come back");
        } else {
            line.input(open.connect(url.claim(), line));
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
        guarded(lines.get(connection.id()), line -> line.frame(frame));
    }

    @Override
    public void text(Connection connection, String text) {
        guarded(lines.get(connection.id()), Line::text);
    }

    @Override
    public void closed(Connection connection, int code, String reason) {
        guarded(lines.remove(connection.id()), line -> line.closed(code));
    }

    /** What fails for one client is that client's end and nobody else's. */
    private void guarded(@Nullable Line line, Consumer<Line> work) {
        if (line == null) {
            return;
        }
        try {
            work.accept(line);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            long id = line.connection().id();
            LOG.error("Serving client {} failed; it is closed, the others go on", id, e);
            breaches.add(Rule.FAILURE, line.connection(), String.valueOf(e));
            line.failed();
        }
    }

    /** Ends what takes too long. To be called about once a second. */
    void check(long nowNanos) {
        lines.values().forEach(line -> guarded(line, each -> each.check(nowNanos)));
    }

    /** Tells the rooms that nobody carries these connections any more. The sockets stay, for the next handler. */
    void letGo() {
        lines.values().forEach(line -> guarded(line, each -> each.closed(CloseCode.MAY_TRY_RECONNECT)));
        lines.clear();
    }
}
