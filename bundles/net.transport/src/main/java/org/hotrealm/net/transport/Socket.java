package org.hotrealm.net.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.MessageTooLargeException;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.HttpCall;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket. The next frame is asked of the network only after the last one was handed over, so a connection without
 * a handler holds one frame and the rest waits in the client's socket.
 */
final class Socket implements Connection, FrameHandler {

    private static final int LONGEST_REASON = 123;
    private static final long LAST_WORD_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final long id;
    private final HttpCall opening;
    private final Sockets sockets;
    private final Assembler assembler = new Assembler();
    private final Bucket controlFrames;
    private final Heartbeat heartbeat = new Heartbeat(System.nanoTime());
    private final Delivery delivery;
    private final Outbound outbound;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean entered = new AtomicBoolean();
    private volatile @Nullable CoreSession session;
    private volatile @Nullable String ownReason;
    private volatile long closingSince;

    Socket(Sockets sockets, HttpCall opening) {
        this.id = sockets.nextId();
        this.sockets = sockets;
        this.opening = opening;
        this.delivery = new Delivery(this, sockets);
        this.outbound = new Outbound(sockets);
        this.controlFrames = new Bucket(sockets.settings().limits().controlFrames());
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public HttpCall opening() {
        return opening;
    }

    // ---- to the client

    @Override
    public void send(byte[] bytes, int offset, int length) {
        CoreSession to = session;
        if (to == null || closing.get()) {
            return;
        }
        if (!outbound.send(bytes, offset, length)) {
            tooSlow();
        }
    }

    @Override
    public void flush() {
        outbound.flush();
    }

    @Override
    public void close(int code, String reason) {
        if (!CloseStatus.isTransmittableStatusCode(code)) {
            terminate();
            return;
        }
        CoreSession to = session;
        if (to != null && closing.compareAndSet(false, true)) {
            closingSince = System.nanoTime();
            String shortened = shorten(reason);
            ownReason = shortened;
            to.close(code, shortened, Callback.NOOP);
        }
    }

    @Override
    public void terminate() {
        CoreSession to = session;
        if (to != null) {
            closing.set(true);
            to.abort();
        }
    }

    @Override
    public boolean isOpen() {
        CoreSession to = session;
        return to != null && !closing.get() && to.isOutputOpen();
    }

    @Override
    public long queuedBytes() {
        return outbound.waiting();
    }

    @Override
    public boolean congested() {
        return outbound.waiting() > sockets.settings().limits().congestedBytes();
    }

    /** What waits is dropped, so that the closing frame is next; with 1001 the client comes back to a fresh state. */
    private void tooSlow() {
        String reason = "reads too slowly: %d bytes wait".formatted(outbound.waiting());
        offended(Offence.SLOW_READER, "a client is closed: it " + reason);
        close(CloseStatus.SHUTDOWN, reason);
    }

    // ---- from the client

    @Override
    public void onOpen(CoreSession to, Callback callback) {
        session = to;
        entered.set(true);
        outbound.open(to);
        sockets.add(this);
        callback.succeeded();
        outbound.hears(this);
        drain();
        to.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        try {
            if (frame.isDataFrame()) {
                onData(frame);
            } else {
                onControl(frame);
            }
        } catch (RuntimeException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
        if (!frame.isDataFrame() && frame.getOpCode() != OpCode.CLOSE) {
            demand();
        } else {
            drain();
        }
    }

    /** An unfinished message asks for more at once, a finished one when it was handed over. */
    private void onData(Frame frame) {
        byte[] message = assembler.take(frame, sockets.settings().limits());
        if (message == null || closing.get()) {
            demand();
        } else {
            sockets.traffic().received(message.length);
            delivery.add(
                    assembler.text() ? new Delivery.Text(Assembler.decode(message)) : new Delivery.Message(message));
        }
    }

    /** Whether messages may be given to {@link #plain} until {@link #given} is called. */
    boolean takes() {
        if (!listens() || assembler.unfinished() || !delivery.seize()) {
            return false;
        }
        if (listens()) {
            return true;
        }
        delivery.release();
        return false;
    }

    /** Whether what the client sends is still of interest. */
    boolean listens() {
        return !closing.get();
    }

    /** A message in one piece, which is handed over at once. */
    void plain(byte[] message) {
        sockets.traffic().received(message.length);
        delivery.now(message);
    }

    /** No more messages come for now. */
    void given() {
        delivery.release();
    }

    private void onControl(Frame frame) {
        if (frame.getOpCode() == OpCode.CLOSE) {
            return;
        }
        if (!controlFrames.take(System.nanoTime())) {
            throw new Breach(
                    Offence.CONTROL_FRAMES,
                    CloseStatus.POLICY_VIOLATION,
                    "more than %d pings or pongs a second"
                            .formatted(sockets.settings().limits().controlFrames()));
        }
        if (frame.getOpCode() == OpCode.PONG) {
            heartbeat.answered(frame.getPayload());
        }
        CoreSession to = session;
        if (frame.getOpCode() == OpCode.PING && to != null && !closing.get()) {
            byte[] echo = new byte[frame.getPayloadLength()];
            frame.getPayload().duplicate().get(echo);
            to.sendFrame(new Frame(OpCode.PONG, true, ByteBuffer.wrap(echo)), Callback.NOOP, false);
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        switch (cause) {
            case Breach breach -> offended(breach.kind(), String.valueOf(breach.getMessage()));
            case MessageTooLargeException large -> offended(Offence.MESSAGE_SIZE, String.valueOf(large.getMessage()));
            case WebSocketException other -> offended(Offence.FRAMING, String.valueOf(other.getMessage()));
            default -> {
                // The network failed, which is nobody's fault.
            }
        }
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        closing.set(true);
        if (entered.compareAndSet(true, false)) {
            sockets.remove(this);
        }
        delivery.add(new Delivery.Gone(status.getCode(), reason(status)));
        callback.succeeded();
        drain();
    }

    /** Our own reason beats the network library's words for a closed connection. */
    private String reason(CloseStatus status) {
        String own = ownReason;
        String given = status.getReason();
        return status.getCode() == CloseStatus.NO_CLOSE || given == null ? Objects.requireNonNullElse(own, "") : given;
    }

    // ---- what the delivery needs

    void drain() {
        delivery.drain();
    }

    /** Whether no thread is within the handler for this connection. */
    boolean idle() {
        return delivery.idle();
    }

    /** The next frame may come. */
    void demand() {
        CoreSession to = session;
        if (to != null) {
            to.demand();
        }
    }

    /** A handler takes this connection over: while there was none nothing was read, no answers to pings either. */
    void taken() {
        heartbeat.startAnew(System.nanoTime());
    }

    private void offended(Offence kind, String what) {
        sockets.offended(kind, what, opening.address());
    }

    // ---- time

    void sweep(long now) {
        outbound.swept();
        if (closing.get()) {
            if (now - closingSince > LAST_WORD_NANOS) {
                terminate();
            }
        } else if (sockets.handler() != null) {
            Settings.Times times = sockets.settings().times();
            if (heartbeat.due(now, times)) {
                beat(now, times);
            }
        }
    }

    /** A client that reads slowly answers late: what it takes of what waits is answer enough. */
    private void beat(long now, Settings.Times times) {
        if (session == null) {
            return;
        }
        long soon = TimeUnit.MILLISECONDS.toNanos(times.ping()) / 2;
        if (outbound.trickles(soon, now)) {
            heartbeat.again(now - soon);
            return;
        }
        if (heartbeat.missed() >= times.pingsMissed()) {
            ownReason = "silent: %d pings of %d ms were not answered".formatted(heartbeat.missed(), times.ping());
            offended(Offence.SILENT, "a client is cut, " + ownReason);
            terminate();
            return;
        }
        outbound.ping(heartbeat.next(), now);
    }

    /** At most 123 bytes, cut between characters. */
    private static String shorten(String reason) {
        byte[] utf8 = reason.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= LONGEST_REASON) {
            return reason;
        }
        int end = LONGEST_REASON;
        while ((utf8[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(utf8, 0, end, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "connection %d from %s".formatted(id, opening.address());
    }
}
