package org.hotrealm.room.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.SeatLink;
import org.jspecify.annotations.Nullable;

/** A seat's connection, and what is on its way to the client. Room thread only. */
final class Outbox {

    private static final int MOST_WAITING = 1024;

    private final ActiveRoom room;
    private final RoomSeat seat;
    private final ArrayDeque<Message> waiting = new ArrayDeque<>();
    /** Answers for a client whose connection is not back yet after a swap. */
    private final ArrayDeque<Answer> answers = new ArrayDeque<>(1);

    private final Set<Long> asked = new HashSet<>();
    private boolean unflushed;
    private @Nullable SeatLink link;

    Outbox(ActiveRoom room, RoomSeat seat) {
        this.room = room;
        this.seat = seat;
    }

    @Nullable
    SeatLink link() {
        return link;
    }

    /** A connection that has heard nothing yet. */
    void open(SeatLink by) {
        link = by;
        waiting.clear();
    }

    /** The connection is back after a swap: what waits for it is sent in its time. */
    void reopen(SeatLink by) {
        link = by;
        answers.forEach(by::answer);
        answers.clear();
    }

    /** The room stands still: the connection is on its own. */
    void letGo() {
        link = null;
    }

    Payload park() {
        List<Long> requests = new ArrayList<>(asked);
        requests.sort(null);
        return Payload.map("waiting", Texts.of(waiting), "asked", requests, "answers", Texts.answers(answers));
    }

    void resume(Fields from) {
        waiting.addAll(Texts.messages(from.parts("waiting")));
        asked.addAll(from.wholes("asked"));
        answers.addAll(Texts.readAnswers(from.parts("answers")));
    }

    /** The client is gone, or away. */
    void close() {
        link = null;
        waiting.clear();
        answers.clear();
    }

    /** Sends, or keeps for after the full state; drops where the client is away. */
    void deliver(Message message) {
        SeatLink to = link;
        if (to == null && !seat.resuming()) {
            return;
        }
        if (to != null && seat.hears()) {
            to.message(message);
            touched();
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(message);
        } else {
            room.seatTable().departure().close(seat, ActiveRoom.WITH_ERROR, "the client did not acknowledge the join");
        }
    }

    /** The full state is out: what waited goes after it. */
    void sendWaiting() {
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
        } catch (RuntimeException | Error e) {
            room.failed("message \"%s\"".formatted(message.type()), e);
        }
    }

    /** A request of the client that will be answered later; false where too many wait or it is one already. */
    boolean asked(long request) {
        return asked.size() < MOST_WAITING && asked.add(request);
    }

    /** Ends one of the requests that wait for their answer; false for one that does not. */
    boolean answered(long request) {
        return asked.remove(request);
    }

    /** Whoever asked is gone: nobody waits for answers. */
    void forgetRequests() {
        asked.clear();
    }

    void answer(Answer answer) {
        SeatLink to = link;
        if (to == null && seat.resuming()) {
            answers.add(answer);
        } else if (to != null) {
            to.answer(answer);
            touched();
        }
    }

    /** Something was written: it goes out at the end of the turn. */
    void touched() {
        if (!unflushed) {
            unflushed = true;
            room.turns().unflushed(this);
        }
    }

    void flush() {
        unflushed = false;
        SeatLink to = link;
        if (to != null) {
            to.flush();
        }
    }
}
