package org.hotrealm.room.engine;

import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hotrealm.room.api.Answer;
import org.hotrealm.room.api.InputOffer;
import org.hotrealm.room.api.Message;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;
import org.hotrealm.state.schema.Dialect;
import org.hotrealm.state.schema.Encoded;
import org.jspecify.annotations.Nullable;

/** Writes down what a client is sent, a line each. */
final class RecordingLink implements SeatLink {

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private final Dialect dialect;
    private volatile @Nullable SeatInput input;

    RecordingLink() {
        this(Dialect.V18);
    }

    RecordingLink(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    /** The next line, waited for. */
    String next() throws InterruptedException {
        return Objects.requireNonNull(lines.poll(5, TimeUnit.SECONDS), "nothing came within 5 seconds");
    }

    /** What has come and was not asked for yet. */
    boolean quiet() {
        return lines.isEmpty();
    }

    @Override
    public void joined(String reconnectionToken, byte @Nullable [] handshake) {
        lines.add("joined " + reconnectionToken);
    }

    @Override
    public void joined(String reconnectionToken, byte @Nullable [] handshake, InputOffer inputs) {
        lines.add("offered %s/%d %s".formatted(inputs.rate(), inputs.patchMillis(), reconnectionToken));
    }

    @Override
    public void state(Encoded full, long roomMillis, long sequence) {
        lines.add("timed state " + sequence);
    }

    @Override
    public void patch(Encoded patch, long roomMillis, long sequence) {
        lines.add("timed patch " + sequence);
    }

    /** Reads on to the next line that begins so. */
    void await(String beginning) throws InterruptedException {
        String line = next();
        while (!line.startsWith(beginning)) {
            line = next();
        }
    }

    @Override
    public void refused(int code, String message) {
        lines.add("refused " + code + " " + message);
    }

    @Override
    public void state(Encoded full) {
        lines.add("state " + full.length());
    }

    @Override
    public void patch(Encoded patch) {
        lines.add("patch " + patch.length());
    }

    @Override
    public void message(Message message) {
        if (message.type().equals("unwritable")) {
            throw new IllegalArgumentException("this link has no form for it");
        }
        lines.add(message.type() + " " + message.payload().value());
    }

    @Override
    public void answer(Answer answer) {
        lines.add(answer.request() + " " + answer.status() + " "
                + answer.payload().value());
    }

    @Override
    public void error(int code, String message) {
        lines.add("error " + code + " " + message);
    }

    @Override
    public void close(int code, String reason) {
        lines.add("close " + code + " " + reason);
    }

    @Override
    public void cut() {
        lines.add("cut");
    }

    @Override
    public void parked() {
        lines.add("parked");
    }

    @Override
    public void moved(String nodeId) {
        lines.add("moved " + nodeId);
    }

    @Override
    public void resumed(SeatInput again) {
        input = again;
        lines.add("resumed");
    }

    /** Where the client's messages go since its room went on after a standstill. */
    SeatInput input() {
        return Objects.requireNonNull(input, "its room has not stood still");
    }

    @Override
    public void flush() {}
}
