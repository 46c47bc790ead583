package org.hotrealm.room.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Queue;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.SeatInfo;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.StateView;
import org.hotrealm.state.schema.ViewSnapshot;
import org.jspecify.annotations.Nullable;

/** A seat and what has to be known of its client. Room thread only, but for the final fields. */
final class RoomSeat {

    private final ActiveRoom room;
    private final SeatFace face;
    private final String sessionId;
    private final String address;
    private final Outbox out;
    private Payload auth;
    private Payload data = Payload.NONE;
    private String origin;
    private Status status = Status.RESERVED;
    private String token = "";
    private long deadline;
    private boolean resync;
    /** After a swap: how far its connection had come. */
    private Status stood = Status.JOINING;

    private Payload options;
    private Dialect dialect = Dialect.V18;
    private @Nullable StateView view;
    private @Nullable InputBuffer inputs;
    private @Nullable Lag lag;

    /** Where a seat stands. */
    enum Status {
        /** Kept for a client that has not connected. */
        RESERVED,
        /** Connected, while the room's type decides whether it may come in. */
        ADMITTING,
        /** Connected, the full state not sent. */
        JOINING,
        /** Connected and ready for the full state, which goes out with the next patch. */
        READY,
        /** Connected, gets patches. */
        ACTIVE,
        /** Connected before the room stood still; the connection has not come back yet. */
        RESUMING,
        /** Disconnected, kept for its client's return. */
        AWAY,
        /** Ended. */
        GONE
    }

    RoomSeat(ActiveRoom room, String sessionId, Guest guest, String address, String origin, long deadline) {
        this.room = room;
        this.face = new SeatFace(room, this);
        this.out = new Outbox(room, this);
        this.sessionId = sessionId;
        this.auth = guest.auth();
        this.options = guest.options();
        this.address = address;
        this.origin = origin;
        this.deadline = deadline;
    }

    /** The seat as rooms see it. */
    SeatFace face() {
        return face;
    }

    /** The seat as operators see it. */
    SeatInfo info(String roomId) {
        SeatInfo.State state =
                connected() ? SeatInfo.State.CONNECTED : joined() ? SeatInfo.State.AWAY : SeatInfo.State.RESERVED;
        return new SeatInfo(roomId, sessionId, address, state);
    }

    /** What is on its way to its client. */
    Outbox out() {
        return out;
    }

    String sessionId() {
        return sessionId;
    }

    /** Which generation of client it has or had last. */
    Dialect dialect() {
        return dialect;
    }

    Payload auth() {
        return auth;
    }

    void auth(Payload given) {
        auth = given;
    }

    String address() {
        return address;
    }

    /** The token of its last connection; empty before the first. */
    String reconnectionToken() {
        return token;
    }

    Payload data() {
        return data;
    }

    void data(Payload kept) {
        data = kept;
    }

    /** A connection that is expected back after a swap counts. */
    boolean connected() {
        return out.link() != null || status == Status.RESUMING;
    }

    boolean resuming() {
        return status == Status.RESUMING;
    }

    /** Its view, made at the first call; null for a room without state. */
    @Nullable
    StateView view() {
        if (view == null) {
            view = room.patches().newView(dialect);
        }
        return view;
    }

    /** How far its connection had come, as the next one goes on. */
    Status before() {
        return resuming() || (status == Status.READY && stood == Status.ACTIVE) ? stood : status;
    }

    /** Its connection is about to be resumed in the very same room. */
    void standStill(long patience) {
        stood = before();
        deadline = patience;
        status = Status.RESUMING;
        endLag();
        out.letGo();
    }

    /**
     * Stands as it did when its room stood still.
     *
     * @param patience until when a connection that was there is expected back
     */
    void stands(Status then, String lastToken, Dialect spoken, @Nullable InputBuffer buffered, long patience) {
        token = lastToken;
        dialect = spoken;
        inputs = buffered;
        status = then;
        if (status != Status.RESERVED && status != Status.AWAY) {
            stood = status;
            status = Status.RESUMING;
            deadline = patience;
        }
    }

    /** Gives it the view that it had. */
    void resumeView(ViewSnapshot views, byte[] kept) {
        view = views.read(kept, dialect);
    }

    /** Its connection is back after a swap; the client gets a full state over the one it has. */
    void resumed(SeatLink by) {
        out.reopen(by);
        resync = stood == Status.ACTIVE;
        status = stood == Status.ACTIVE && room.patches().hasState() ? Status.READY : stood;
        if (hears()) {
            out.sendWaiting();
        }
    }

    /** Whether messages need not wait for a full state: its client has one, be it from before a swap. */
    boolean hears() {
        return status == Status.ACTIVE || (status == Status.READY && stood == Status.ACTIVE);
    }

    /** Takes inputs from this connection from now on. */
    void listen(RoomInputs by, Queue<InputDelta> source) {
        InputBuffer buffer = inputs;
        if (buffer == null) {
            buffer = by.buffer(this);
            inputs = buffer;
        }
        buffer.listen(source);
    }

    @Nullable
    InputBuffer buffer() {
        return inputs;
    }

    /** The full state is out: what waited goes after it. */
    void active() {
        status = Status.ACTIVE;
        resync = false;
        out.sendWaiting();
    }

    /** Nothing is merged any more for a client that is not on the line. */
    private void endLag() {
        Lag before = lag;
        if (before != null) {
            lag = null;
            room.patches().forget(before);
        }
    }

    /** What only its client saw need not be told to anybody any more. */
    private void endView() {
        StateView before = view;
        if (before != null) {
            view = null;
            room.patches().forget(before);
        }
    }

    /** Takes the connection; what comes next is the client's acknowledgement. */
    void take(SeatLink by, String newToken, boolean comesBack) {
        out.open(by);
        dialect = by.dialect();
        token = newToken;
        resync = comesBack;
        status = Status.JOINING;
        stood = Status.JOINING;
        endLag();
    }

    /** The join options, while the client has not joined. */
    Payload options() {
        return options;
    }

    /** Gives the join options out, once. */
    Payload takeOptions() {
        Payload given = options;
        options = Payload.NONE;
        return given;
    }

    /** The room it comes from, as long as that was not told. */
    String origin() {
        return origin;
    }

    /** The room it comes from, told once; empty for none. */
    String takeOrigin() {
        String from = origin;
        origin = "";
        return from;
    }

    /** The client is connected, but may not come in yet. */
    void admitting() {
        status = Status.ADMITTING;
    }

    void away(long until) {
        out.close();
        out.forgetRequests();
        status = Status.AWAY;
        endLag();
        deadline = until;
    }

    void gone() {
        out.close();
        endView();
        status = Status.GONE;
        endLag();
    }

    void ready() {
        status = Status.READY;
    }

    /** Its client is dropped, with a code on which it comes back by itself to a fresh state. */
    void tooSlow(String reason) {
        SeatLink from = out.link();
        if (from != null) {
            room.loop().post(() -> room.seatTable().departure().tooSlow(this, from, reason));
        }
    }

    /** Not null while its client is given no patches. */
    @Nullable
    Lag lag() {
        return lag;
    }

    void lag(@Nullable Lag now) {
        lag = now;
    }

    Status status() {
        return status;
    }

    boolean resync() {
        return resync;
    }

    /** Whether a client that comes back with this token may have it. */
    boolean opensWith(@Nullable String given) {
        return given != null
                && joined()
                && !token.isEmpty()
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether its client has come in, be it away now. */
    boolean joined() {
        return status != Status.RESERVED && status != Status.ADMITTING;
    }

    /** Whether it is kept for somebody who is not connected. */
    boolean waits() {
        return status == Status.RESERVED || status == Status.AWAY || status == Status.RESUMING;
    }

    long deadline() {
        return deadline;
    }

    @Nullable
    SeatLink link() {
        return out.link();
    }

    /** The view if one was asked for. */
    @Nullable
    StateView existingView() {
        return view;
    }
}
