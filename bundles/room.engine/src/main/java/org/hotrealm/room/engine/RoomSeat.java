package org.hotrealm.room.engine;

import java.util.Queue;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.SeatInfo;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.Dialect;
import org.jspecify.annotations.Nullable;

/** A seat and what has to be known of its client. Room thread only, but for the final fields. */
final class RoomSeat {

    private final ActiveRoom room;
    private final SeatFace face;
    private final SeatPass pass;
    private final SeatSight sight;
    private final Outbox out;
    private SeatStatus status = SeatStatus.RESERVED;
    private long deadline;
    private boolean resync;
    /** After a swap: how far its connection had come. */
    private SeatStatus stood = SeatStatus.JOINING;

    private Dialect dialect = Dialect.V18;
    private @Nullable InputBuffer inputs;
    private @Nullable Lag lag;

    RoomSeat(ActiveRoom room, String sessionId, Guest guest, String address, String origin, long deadline) {
        this.room = room;
        this.face = new SeatFace(room, this);
        this.out = new Outbox(room, this);
        this.pass = new SeatPass(sessionId, address, guest, origin);
        this.sight = new SeatSight(room, this);
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
        return new SeatInfo(roomId, sessionId(), address(), state);
    }

    /** What is on its way to its client. */
    Outbox out() {
        return out;
    }

    /** Whom it is kept for, and what that client has brought. */
    SeatPass pass() {
        return pass;
    }

    /** What of the state its client may see. */
    SeatSight sight() {
        return sight;
    }

    String sessionId() {
        return pass.sessionId();
    }

    /** Which generation of client it has or had last. */
    Dialect dialect() {
        return dialect;
    }

    String address() {
        return pass.address();
    }

    /** A connection that is expected back after a swap counts. */
    boolean connected() {
        return out.link() != null || status == SeatStatus.RESUMING;
    }

    boolean resuming() {
        return status == SeatStatus.RESUMING;
    }

    /** How far its connection had come, as the next one goes on. */
    SeatStatus before() {
        return resuming() || (status == SeatStatus.READY && stood == SeatStatus.ACTIVE) ? stood : status;
    }

    /** Its connection is about to be resumed in the very same room. */
    void standStill(long patience) {
        stood = before();
        deadline = patience;
        status = SeatStatus.RESUMING;
        endLag();
        out.letGo();
    }

    /**
     * Stands as it did when its room stood still.
     *
     * @param patience until when a connection that was there is expected back
     */
    void stands(SeatStatus then, String lastToken, Dialect spoken, @Nullable InputBuffer buffered, long patience) {
        pass.token(lastToken);
        dialect = spoken;
        inputs = buffered;
        status = then;
        if (status != SeatStatus.RESERVED && status != SeatStatus.AWAY) {
            stood = status;
            status = SeatStatus.RESUMING;
            deadline = patience;
        }
    }

    /** Its connection is back after a swap; the client gets a full state over the one it has. */
    void resumed(SeatLink by) {
        out.reopen(by);
        resync = stood == SeatStatus.ACTIVE;
        status = stood == SeatStatus.ACTIVE && room.patches().hasState() ? SeatStatus.READY : stood;
        if (hears()) {
            out.sendWaiting();
        }
    }

    /** Whether messages need not wait for a full state: its client has one, be it from before a swap. */
    boolean hears() {
        return status == SeatStatus.ACTIVE || (status == SeatStatus.READY && stood == SeatStatus.ACTIVE);
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
        status = SeatStatus.ACTIVE;
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

    /** Takes the connection; what comes next is the client's acknowledgement. */
    void take(SeatLink by, String newToken, boolean comesBack) {
        out.open(by);
        dialect = by.dialect();
        pass.token(newToken);
        resync = comesBack;
        status = SeatStatus.JOINING;
        stood = SeatStatus.JOINING;
        endLag();
    }

    /** The client is connected, but may not come in yet. */
    void admitting() {
        status = SeatStatus.ADMITTING;
    }

    void away(long until) {
        out.close();
        out.forgetRequests();
        status = SeatStatus.AWAY;
        endLag();
        deadline = until;
    }

    void gone() {
        out.close();
        sight.end();
        status = SeatStatus.GONE;
        endLag();
    }

    void ready() {
        status = SeatStatus.READY;
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

    SeatStatus status() {
        return status;
    }

    boolean resync() {
        return resync;
    }

    /** Whether a client that comes back with this token may have it. */
    boolean opensWith(@Nullable String given) {
        return given != null && joined() && pass.opensWith(given);
    }

    /** Whether its client has come in, be it away now. */
    boolean joined() {
        return status != SeatStatus.RESERVED && status != SeatStatus.ADMITTING;
    }

    /** Whether it is kept for somebody who is not connected. */
    boolean waits() {
        return status == SeatStatus.RESERVED || status == SeatStatus.AWAY || status == SeatStatus.RESUMING;
    }

    long deadline() {
        return deadline;
    }

    @Nullable
    SeatLink link() {
        return out.link();
    }
}
