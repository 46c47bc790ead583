package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.Encoded;
import org.hotrealm.state.schema.StateDecoder;
import org.jspecify.annotations.Nullable;

/** Reads what it is sent as a client does, and is congested on demand. On the room's thread, but for the flag. */
final class ReadingLink implements SeatLink {

    /** What came since the join: {@code state}, {@code patch}, {@code close 1001}. */
    final List<String> got = new ArrayList<>();

    volatile boolean congested;
    private @Nullable StateDecoder client;
    private boolean full;

    Map<String, Object> state() {
        return client().state();
    }

    List<String> problems() {
        return client().problems();
    }

    private StateDecoder client() {
        return Objects.requireNonNull(client, "the client has joined");
    }

    @Override
    public void joined(String reconnectionToken, byte @Nullable [] handshake) {
        client = new StateDecoder(Objects.requireNonNull(handshake, "the room has a state"));
    }

    @Override
    public void state(Encoded all) {
        if (full) {
            client().resync(all.toByteArray());
            got.add("state");
        } else {
            client().decode(all);
        }
        full = true;
    }

    @Override
    public void patch(Encoded patch) {
        client().decode(patch);
        got.add("patch");
    }

    @Override
    public boolean congested() {
        return congested;
    }

    @Override
    public void close(int code, String reason) {
        got.add("close " + code);
    }

    @Override
    public void refused(int code, String message) {}

    @Override
    public void message(Message message) {}

    @Override
    public void answer(Answer answer) {}

    @Override
    public void error(int code, String message) {}

    @Override
    public void cut() {}

    @Override
    public void flush() {}
}
