package org.hotrealm.room.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.Encoded;
import org.hotrealm.state.schema.StateDecoder;
import org.jspecify.annotations.Nullable;

/** What a client has got. Its decoder outlives a connection, as the SDK's does. */
final class Inbox implements SeatLink {

    private final List<Message> messages = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Map<Long, Answer> answers = new HashMap<>();
    private @Nullable StateDecoder decoder;
    private String token = "";
    private String refusal = "";
    private String closeReason = "";
    private Runnable whenCut = () -> {};
    private Consumer<SeatInput> whenResumed = input -> {};
    private int swaps;
    private int closeCode;
    private int updates;
    private boolean joined;
    private boolean resync;

    /** A new connection begins. */
    void open() {
        joined = false;
        refusal = "";
        closeCode = 0;
        closeReason = "";
    }

    /** The room stands still: nothing is sent until it goes on. */
    @Override
    public void parked() {
        swaps++;
    }

    @Override
    public void resumed(SeatInput input) {
        // What an SDK does with a full state on an open connection.
        resync = decoder != null;
        whenResumed.accept(input);
    }

    void whenResumed(Consumer<SeatInput> action) {
        whenResumed = action;
    }

    int swaps() {
        return swaps;
    }

    @Override
    public void joined(String reconnectionToken, byte @Nullable [] handshake) {
        joined = true;
        token = reconnectionToken;
        resync = decoder != null;
        if (handshake != null && decoder == null) {
            decoder = new StateDecoder(handshake);
        }
    }

    @Override
    public void refused(int code, String message) {
        refusal = code + " " + message;
    }

    @Override
    public void state(Encoded full) {
        updates++;
        if (resync) {
            decoder().resync(Arrays.copyOfRange(full.bytes(), full.offset(), full.offset() + full.length()));
        } else {
            decoder().decode(full);
        }
        problems();
    }

    @Override
    public void patch(Encoded patch) {
        updates++;
        decoder().decode(patch);
        problems();
    }

    private StateDecoder decoder() {
        StateDecoder known = decoder;
        if (known == null) {
            throw new AssertionError("a state came without a description of its types");
        }
        return known;
    }

    private void problems() {
        if (!decoder().problems().isEmpty()) {
            throw new AssertionError("an SDK would complain: " + decoder().problems());
        }
    }

    @Override
    public void message(Message message) {
        messages.add(message);
    }

    @Override
    public void answer(Answer answer) {
        if (answers.put(answer.request(), answer) != null) {
            throw new AssertionError("request %d was answered twice".formatted(answer.request()));
        }
    }

    @Override
    public void error(int code, String message) {
        errors.add(code + " " + message);
    }

    @Override
    public void close(int code, String reason) {
        closeCode = code;
        closeReason = reason;
    }

    @Override
    public void cut() {
        closeCode = 1006;
        whenCut.run();
    }

    /** What follows when the server cuts the connection. */
    void whenCut(Runnable action) {
        whenCut = action;
    }

    @Override
    public void flush() {}

    boolean joined() {
        return joined;
    }

    String token() {
        return token;
    }

    String refusal() {
        return refusal;
    }

    int closeCode() {
        return closeCode;
    }

    String closeReason() {
        return closeReason;
    }

    String fate() {
        return closeCode == 0 ? "refused " + refusal : "closed with %d %s".formatted(closeCode, closeReason);
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    void forget() {
        messages.clear();
    }

    int updates() {
        return updates;
    }

    @Nullable
    Answer answer(long request) {
        return answers.get(request);
    }

    Map<String, Object> state() {
        return decoder == null ? Map.of() : decoder.state();
    }
}
