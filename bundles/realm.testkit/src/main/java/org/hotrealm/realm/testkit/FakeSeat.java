package org.hotrealm.realm.testkit;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/** A seat that records what it was sent. */
public final class FakeSeat implements Seat {

    private final String sessionId;
    private final StateView view = new StateView();
    private final List<Sent> sent = new ArrayList<>();
    private boolean connected = true;
    private boolean deaf;
    private int closed;
    private Payload data = Payload.NONE;
    private Payload auth = Payload.NONE;
    private boolean released;

    /** A connected seat. */
    public FakeSeat(String sessionId) {
        this.sessionId = sessionId;
    }

    /** One message sent. */
    public record Sent(String type, Payload payload) {}

    /** Everything sent so far. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The payloads of one type, in order. */
    public List<Payload> sent(String type) {
        return sent.stream()
                .filter(s -> s.type().equals(type))
                .map(Sent::payload)
                .toList();
    }

    /** Forgets what was sent. */
    public void clear() {
        sent.clear();
    }

    /** Records nothing from now on, as for a measurement. */
    public void deaf() {
        deaf = true;
    }

    private void record(String type, Payload payload) {
        if (!deaf) {
            sent.add(new Sent(type, payload));
        }
    }

    /** Connects or disconnects the client. */
    public void connected(boolean now) {
        connected = now;
    }

    /** The close code, or 0 while open. */
    public int closed() {
        return closed;
    }

    /** What admission gave. */
    public void auth(Payload given) {
        auth = given;
    }

    /** Whether it was ended while its client was away. */
    public boolean released() {
        return released;
    }

    @Override
    public String sessionId() {
        return sessionId;
    }

    @Override
    public Payload auth() {
        return auth;
    }

    @Override
    public String address() {
        return "";
    }

    @Override
    public String reconnectionToken() {
        return "token of " + sessionId;
    }

    @Override
    public Payload data() {
        return data;
    }

    @Override
    public void data(Payload kept) {
        data = kept;
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public void send(String type, Payload payload) {
        record(type, payload);
    }

    @Override
    public void sendAfterPatch(String type, Payload payload) {
        send(type, payload);
    }

    @Override
    public void sendBytes(String type, byte[] bytes) {
        record(type, Payload.of(bytes));
    }

    @Override
    public void answer(long request, Payload payload) {
        record("#answer", payload);
    }

    @Override
    public void reject(long request, Payload reason) {
        record("#reject", reason);
    }

    @Override
    public void error(int code, String message) {
        record("#error", Payload.map("code", code, "message", message));
    }

    @Override
    public void close(int code, String reason) {
        closed = code;
        connected = false;
    }

    @Override
    public void release() {
        released = true;
    }

    @Override
    public void travel(String roomId, Payload carry) {
        record("travel", Payload.map("roomId", roomId));
    }

    @Override
    public void cut() {
        connected = false;
    }

    @Override
    public @Nullable StateView view() {
        return view;
    }
}
