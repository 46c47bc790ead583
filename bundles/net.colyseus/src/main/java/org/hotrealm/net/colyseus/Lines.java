package org.hotrealm.net.colyseus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.ConnectionHandler;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every connection and what it is for. Any thread. */
final class Lines implements ConnectionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    private static final long LONGEST_HOLD_NANOS = 10_000_000_000L;
    private static final String NO_SEAT = "seat reservation expired.";
    private static final String COME_BACK = "the server was renewed; come back";

    private final Map<Long, Line> lines = new ConcurrentHashMap<>();
    private final MessageFrames messages = new MessageFrames();
    private final Breaches breaches = new Breaches();
    private final Tally tally = new Tally();
    private final RoomsSource rooms;
    private final Relays relays;
    /** Lines whose rooms stand still. */
    private final Set<HeldLine> held = ConcurrentHashMap.newKeySet();

    private final Succession succession = new Succession(lines, held);

    private volatile Settings settings;

    Lines(RoomsSource rooms, Settings settings, OwnAddress address) {
        this.rooms = rooms;
        this.settings = settings;
        this.relays = new Relays(rooms, tally, address);
    }

    /** The ways to other nodes. */
    Relays relays() {
        return relays;
    }

    /** How many clients' rooms are on other nodes. */
    long away() {
        return lines.values().stream()
                .filter(line -> line instanceof SeatLine seat && seat.away())
                .count();
    }

    /** Holds for connections opened from now on. */
    void settings(Settings next) {
        settings = next;
    }

    /** What went over the connections. */
    Tally tally() {
        return tally;
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
        } else if (url.relayed()) {
            relayed(connection, url, now);
        } else {
            seated(connection, url);
        }
    }

    /** A client of another node. */
    private void relayed(Connection connection, RoomUrl url, long now) {
        Relays.Ticket ticket = relays.redeem(connection.opening().query().get(Relays.TICKET), url);
        if (ticket == null) {
            connection.close(CloseCode.MAY_TRY_RECONNECT, "this relay was not agreed on");
        } else if (ticket.resume()) {
            lines.put(connection.id(), new ArrivingLine(connection, before -> goOn(connection, url, before), now));
        } else {
            seated(connection, url);
        }
    }

    private void goOn(Connection connection, RoomUrl url, Payload before) {
        SeatLine line = line(connection, url);
        line.takeOver(before);
        Rooms now = rooms.get();
        if (now != null) {
            comeBack(line, now);
        }
    }

    private void seated(Connection connection, RoomUrl url) {
        SeatLine line = line(connection, url);
        guarded(line, _ -> connect(line, url));
    }

    private SeatLine line(Connection connection, RoomUrl url) {
        SeatLine line =
                new SeatLine(connection, url, messages, breaches, tally, held, relays, settings, System.nanoTime());
        lines.put(connection.id(), line);
        return line;
    }

    private void connect(SeatLine line, RoomUrl url) {
        Rooms open = rooms.get();
        if (url.roomId().isEmpty()) {
            line.refused(RefusedException.EXPIRED, NO_SEAT);
        } else if (open == null) {
            line.parked();
            rooms.next(null).whenComplete((next, failure) -> {
                if (failure == null) {
                    // Others may have been quicker: whoever is held is fetched once.
                    comeBack(line, next);
                } else {
                    held.remove(line);
                    line.close(CloseCode.MAY_TRY_RECONNECT, "the rooms are being renewed; come back");
                }
            });
        } else {
            line.input(open.connect(url.claim(), line));
        }
    }

    /** Others have come in the place of the rooms: lines that were held want their seats again. */
    void renewed(Rooms next) {
        List.copyOf(held).forEach(line -> comeBack(line, next));
    }

    private void comeBack(HeldLine line, Rooms next) {
        if (held.contains(line)) {
            guarded(line, _ -> line.comeBack(next));
        }
    }

    // ---- another version of this bundle

    /** What another version has to know, and has left. */
    Succession succession() {
        return succession;
    }

    /** Goes on with what another version, or this one, has handed over; before connections are adopted. */
    void takeOver(Payload before) {
        succession.takeOver(before);
        Rooms now = rooms.get();
        if (now != null) {
            renewed(now);
        }
    }

    private boolean goOn(Connection connection) {
        if (lines.containsKey(connection.id())) {
            return true;
        }
        Payload before = succession.left(connection.id());
        if (before == null) {
            return false;
        }
        try {
            RoomUrl url = RoomUrl.of(connection.opening());
            if (url == null) {
                return false;
            }
            goOn(connection, url, before);
            return true;
        } catch (RefusedException | RuntimeException e) {
            LOG.warn("Connection {} cannot go on here and is asked to come back", connection.id(), e);
            return false;
        }
    }

    /** Such a connection goes on where it stood; where nobody has left word of it, its client takes its seat again. */
    @Override
    public void adopted(Connection connection) {
        if (goOn(connection)) {
            return;
        }
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
        guarded(lines.get(connection.id()), line -> line.text(text));
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
        } catch (RuntimeException | Error e) {
            long id = line.connection().id();
            LOG.error("Serving client {} failed; it is closed, the others go on", id, e);
            breaches.add(Rule.FAILURE, line.connection(), String.valueOf(e));
            line.failed();
        }
    }

    /** Ends what takes too long. To be called about once a second. */
    void check(long nowNanos) {
        relays.check(nowNanos);
        lines.values().forEach(line -> guarded(line, each -> each.check(nowNanos)));
        held.forEach(line -> line.checkHeld(nowNanos, LONGEST_HOLD_NANOS));
    }

    /** Tells the rooms that nobody carries these connections any more. The sockets stay, for the next handler. */
    void letGo() {
        lines.values().forEach(line -> guarded(line, each -> each.closed(CloseCode.MAY_TRY_RECONNECT)));
        lines.clear();
    }
}
