package org.hotrealm.room.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** A seat and what has to be known of its client. Room thread only, but for the final fields. */
final class RoomSeat {

    private static final int MOST_WAITING = 1024;

    private final ActiveRoom room;
    private final SeatFace face;
    private final String sessionId;
    private final String address;
    private final ArrayDeque<Message> waiting = new ArrayDeque<>();
    private final Set<Long> asked = new HashSet<>();
    private Payload auth;
    private Payload data = Payload.NONE;
    private String origin;
    private Status status = Status.RESERVED;
    private String token = "";
    private long deadline;
    private boolean resync;
    private boolean unflushed;
    private Payload options;
    private Dialect dialect = Dialect.V18;
    private @Nullable SeatLink link;
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
        /** Disconnected, kept for its client's return. */
        AWAY,
        /** Ended. */
        GONE
    }

    RoomSeat(ActiveRoom room, String sessionId, Guest guest, String address, String origin, long deadline) {
        this.room = room;
        this.face = new SeatFace(room, this);
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

    String sessionId() {
        return sessionId;
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

    boolean connected() {
        return link != null;
    }

    /** Ends one of the requests that wait for their answer; false for one that does not. */
    boolean answered(long request) {
        return asked.remove(request);
    }

    /** Its view, made at the first call; null for a room without state. */
    @Nullable
    StateView view() {
        if (view == null) {
            view = room.patches().newView(dialect);
        }
        return view;
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

    /** Sends, or keeps for after the full state; drops where the client is away. */
    void deliver(Message message) {
        SeatLink to = link;
        if (to == null) {
            return;
        }
        if (status == Status.ACTIVE) {
            to.message(message);
            touched();
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(message);
        } else {
            room.seatTable().departure().close(this, ActiveRoom.WITH_ERROR, "the client did not acknowledge the join");
        }
    }

    void answer(Answer answer) {
        SeatLink to = link;
        if (to != null) {
            to.answer(answer);
            touched();
        }
    }

    /** The full state is out: what waited goes after it. */
    void active() {
        status = Status.ACTIVE;
        resync = false;
        SeatLink to = link;
        while (to != null && !waiting.isEmpty()) {
            send(to, waiting.remove());
        }
        touched();
    }

    /** Long after the hook that sent it: what cannot be written is told of here, and the others go on. */
    private void send(SeatLink to, Message message) {
        try {
            to.message(message);
        } catch (RuntimeException | StackOverflowError e) {
            room.failed("message \"%s\"".formatted(message.type()), e);
        }
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
        link = by;
        dialect = by.dialect();
        token = newToken;
        resync = comesBack;
        status = Status.JOINING;
        endLag();
        waiting.clear();
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

    /** The room it comes from, told once; empty for none. */
    String takeOrigin() {
        String from = origin;
        origin = "";
        return from;
    }

    /** A request of the client that will be answered later. */
    boolean asked(long request) {
        return asked.size() < MOST_WAITING && asked.add(request);
    }

    /** The client is connected, but may not come in yet. */
    void admitting() {
        status = Status.ADMITTING;
    }

    void away(long until) {
        link = null;
        status = Status.AWAY;
        endLag();
        deadline = until;
        waiting.clear();
        asked.clear();
    }

    void gone() {
        link = null;
        endView();
        status = Status.GONE;
        endLag();
        waiting.clear();
    }

    void ready() {
        status = Status.READY;
    }

    /** Its client is dropped, with a code on which it comes back by itself to a fresh state. */
    void tooSlow(String reason) {
        SeatLink from = link;
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

    void touched() {
        if (!unflushed) {
            unflushed = true;
            room.unflushed(this);
        }
    }

    void flush() {
        unflushed = false;
        SeatLink to = link;
        if (to != null) {
            to.flush();
        }
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
        return status == Status.RESERVED || status == Status.AWAY;
    }

    long deadline() {
        return deadline;
    }

    @Nullable
    SeatLink link() {
        return link;
    }

    /** The view if one was asked for. */
    @Nullable
    StateView existingView() {
        return view;
    }
}
