package org.hotrealm.room.testkit;

import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.engine.ManualEngine;
import org.jspecify.annotations.Nullable;

/** One client of a {@link RoomHarness}: what it does, and what it has got. */
public final class HarnessClient {

    private final ManualEngine engine;
    private final Reservation seat;
    private final Inbox inbox = new Inbox();
    private @Nullable SeatInput input;
    private long requests;

    HarnessClient(ManualEngine engine, Reservation seat) {
        this.engine = engine;
        this.seat = seat;
    }

    void connect(@Nullable String authToken) {
        open(null, authToken);
    }

    private void open(@Nullable String token, @Nullable String authToken) {
        inbox.open();
        SeatInput to = engine.connect(new Claim(seat.roomId(), seat.sessionId(), token, authToken), inbox);
        input = to;
        inbox.whenCut(to::gone);
        inbox.whenResumed(next -> {
            input = next;
            inbox.whenCut(next::gone);
        });
        if (inbox.joined()) {
            to.acknowledged();
        }
    }

    private SeatInput input() {
        SeatInput to = input;
        if (to == null || inbox.closeCode() != 0) {
            throw new AssertionError("the client is not connected: %s".formatted(inbox.fate()));
        }
        return to;
    }

    /** How often its room was swapped under it. */
    public int swaps() {
        return inbox.swaps();
    }

    /** Its seat. */
    public Reservation seat() {
        return seat;
    }

    /** Its identity in the room. */
    public String sessionId() {
        return seat.sessionId();
    }

    /** The room's id. */
    public String roomId() {
        return seat.roomId();
    }

    /** Sends a message. */
    public HarnessClient send(String type, Payload payload) {
        input().message(new Message(type, payload, false));
        return this;
    }

    /** Sends a message whose payload is a map of keys and values in turn; none of them for no payload. */
    public HarnessClient send(String type, @Nullable Object... keysAndValues) {
        return send(type, keysAndValues.length == 0 ? Payload.NONE : Payload.map(keysAndValues));
    }

    /** Sends raw bytes. */
    public HarnessClient sendBytes(String type, byte[] bytes) {
        input().message(new Message(type, Payload.of(bytes), true));
        return this;
    }

    /** Makes a request; gives its number, for {@link #answer(long)}. */
    public long ask(String type, Payload payload) {
        long id = requests++;
        input().request(id, new Message(type, payload, false));
        return id;
    }

    /** Makes a request that is answered at once. */
    public Answer request(String type, Payload payload) {
        Answer answer = answer(ask(type, payload));
        if (answer == null) {
            throw new AssertionError("request '%s' was not answered (yet)".formatted(type));
        }
        return answer;
    }

    /** The answer to a request, or null while there is none. */
    public @Nullable Answer answer(long request) {
        return inbox.answer(request);
    }

    /**
     * Sends an input on the channel that loses nothing: its body in the codec's own bytes, such as the field's number and its
     * value for a field of one byte.
     *
     * @param sequence rising from 1 on each connection
     */
    public HarnessClient input(long sequence, byte... body) {
        return inputAt(sequence, 0, 0, body);
    }

    /** As {@link #input}, with the moments of the room that the client showed and reckoned with; 0 for unknown. */
    public HarnessClient inputAt(long sequence, long renderMillis, long reckonMillis, byte... body) {
        input().input(new InputDelta(true, sequence, renderMillis, reckonMillis, body, 0, body.length));
        return this;
    }

    /** Loses its connection, as in a tunnel. */
    public HarnessClient drop() {
        SeatInput to = input();
        input = null;
        to.gone();
        return this;
    }

    /** Comes back as the SDK does by itself: same state object, token of the last join. */
    public HarnessClient reconnect() {
        open(inbox.token(), null);
        return this;
    }

    /** Leaves by consent. */
    public HarnessClient leave() {
        input().leave();
        return this;
    }

    /** Whether it is in the room. */
    public boolean joined() {
        return inbox.joined() && inbox.closeCode() == 0;
    }

    /** {@code code text} of the refusal; empty where there was none. */
    public String refusal() {
        return inbox.refusal();
    }

    /** The close code, or 0 while it is open. */
    public int closeCode() {
        return inbox.closeCode();
    }

    /** The reason of the close. */
    public String closeReason() {
        return inbox.closeReason();
    }

    /** Protocol errors, each as {@code code text}. */
    public List<String> errors() {
        return inbox.errors();
    }

    /** The token with which it may come back. */
    public String token() {
        return inbox.token();
    }

    /** Every message so far, oldest first. */
    public List<Message> messages() {
        return inbox.messages();
    }

    /** The payloads of the messages of one type, oldest first. */
    public List<Payload> messages(String type) {
        return inbox.messages().stream()
                .filter(message -> message.type().equals(type))
                .map(Message::payload)
                .toList();
    }

    /** The payload of the last message of a type. */
    public Payload last(String type) {
        List<Payload> all = messages(type);
        if (all.isEmpty()) {
            throw new AssertionError("no message '%s' came, but %s".formatted(type, inbox.messages()));
        }
        return all.getLast();
    }

    /** Forgets the messages. */
    public HarnessClient forget() {
        inbox.forget();
        return this;
    }

    /** The state as this client sees it, after the patches it got; empty before the first full state. */
    public Map<String, Object> state() {
        return inbox.state();
    }

    /** Full states and patches it got. */
    public int updates() {
        return inbox.updates();
    }
}
