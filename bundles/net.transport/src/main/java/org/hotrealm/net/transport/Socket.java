package org.hotrealm.net.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.hotrealm.net.api.Connection;
import org.hotrealm.net.api.ConnectionHandler;
import org.hotrealm.net.api.HttpCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket. What happens to it is put into {@link #events} and handed to the handler by whichever thread finds
 * nobody doing so: in order, one at a time, without a lock. The next frame is asked of the network only after the last
 * one was handed over, so a connection without a handler holds one frame and the rest waits in the client's socket.
 */
final class Socket implements Connection, FrameHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    private static final int LONGEST_REASON = 123;
    private static final long LAST_WORD_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** Counted beside each frame's bytes: what a waiting frame costs. */
    private static final int FRAME_OVERHEAD = 64;

    private sealed interface Event {
        record Message(byte[] bytes) implements Event {}

        record Text(String text) implements Event {}

        record Gone(int code, String reason) implements Event {}
    }

    private final long id;
    private final HttpCall opening;
    private final Sockets sockets;
    private final Assembler assembler = new Assembler();
    private final Bucket controlFrames;

    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger draining = new AtomicInteger();
    private @Nullable ConnectionHandler served;

    private final AtomicLong queued = new AtomicLong();
    private final AtomicBoolean unflushed = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile @Nullable CoreSession session;
    private volatile @Nullable String ownReason;
    private volatile long closingSince;
    private volatile long heard = System.nanoTime();
    private volatile long pinged = heard;

    Socket(Sockets sockets, HttpCall opening) {
        this.id = sockets.nextId();
        this.sockets = sockets;
        this.opening = opening;
        this.controlFrames = new Bucket(sockets.settings().controlFrames());
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
        int cost = length + FRAME_OVERHEAD;
        if (queued.addAndGet(cost) > sockets.settings().queueBytes()) {
            tooSlow();
            return;
        }
        unflushed.set(true);
        sockets.traffic().sent(length);
        Frame frame = new Frame(OpCode.BINARY, true, ByteBuffer.wrap(bytes, offset, length));
        enqueue(to, frame, Callback.from(() -> queued.addAndGet(-cost), failure -> queued.addAndGet(-cost)));
    }

    /**
     * Puts a frame into the connection's own queue. The way through the session holds what is sent to the limit for what
     * is received, and leads past extensions, of which there are none.
     */
    private static void enqueue(CoreSession to, Frame frame, Callback callback) {
        OutgoingEntry entry =
                new OutgoingEntry.Builder(frame, callback).batch(true).build();
        ((WebSocketCoreSession) to).getConnection().enqueueFrame(entry);
    }

    @Override
    public void flush() {
        CoreSession to = session;
        if (to != null && unflushed.getAndSet(false)) {
            to.flush(Callback.NOOP);
        }
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
        return queued.get();
    }

    /** What waits is dropped, so that the closing frame is next; with 1001 the client comes back to a fresh state. */
    private void tooSlow() {
        String reason = "reads too slowly: %d bytes wait".formatted(queued.get());
        sockets.traffic().slowReader();
        sockets.misbehaved("a client is closed: it " + reason, opening.address());
        close(CloseStatus.SHUTDOWN, reason);
    }

    // ---- from the client

    @Override
    public void onOpen(CoreSession to, Callback callback) {
        session = to;
        sockets.add(this);
        callback.succeeded();
        drain();
        to.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        heard = System.nanoTime();
        try {
            if (frame.isDataFrame()) {
                onData(frame);
            } else {
                onControl(frame);
            }
        } catch (RuntimeException e) {
            sockets.misbehaved(String.valueOf(e.getMessage()), opening.address());
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
        byte[] message = assembler.take(frame, sockets.settings());
        if (message == null || closing.get()) {
            demand();
        } else {
            sockets.traffic().received(message.length);
            events.add(assembler.text() ? new Event.Text(Assembler.decode(message)) : new Event.Message(message));
        }
    }

    private void onControl(Frame frame) {
        if (frame.getOpCode() == OpCode.CLOSE) {
            return;
        }
        if (!controlFrames.take(heard)) {
            throw new CloseException(CloseStatus.POLICY_VIOLATION, "too many pings or pongs");
        }
        CoreSession to = session;
        if (frame.getOpCode() == OpCode.PING && to != null && !closing.get()) {
            byte[] echo = new byte[frame.getPayloadLength()];
            frame.getPayload().duplicate().get(echo);
            to.sendFrame(new Frame(OpCode.PONG, true, ByteBuffer.wrap(echo)), Callback.NOOP, false);
        }
    }

    private void demand() {
        CoreSession to = session;
        if (to != null) {
            to.demand();
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        if (cause instanceof WebSocketException) {
            sockets.misbehaved(String.valueOf(cause.getMessage()), opening.address());
        }
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        closing.set(true);
        sockets.remove(this);
        events.add(new Event.Gone(status.getCode(), reason(status)));
        callback.succeeded();
        drain();
    }

    /** Our own reason beats the network library's words for a closed connection. */
    private String reason(CloseStatus status) {
        String own = ownReason;
        String given = status.getReason();
        return status.getCode() == CloseStatus.NO_CLOSE || given == null ? Objects.requireNonNullElse(own, "") : given;
    }

    // ---- to the handler

    /** Hands over what there is, unless another thread is at it: then that one does. */
    void drain() {
        if (draining.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            ConnectionHandler handler = sockets.handler();
            while (handler != null && handOver(handler)) {
                handler = sockets.handler();
            }
            seen = draining.addAndGet(-seen);
        } while (seen != 0);
    }

    /** One event; false when there was none. */
    private boolean handOver(ConnectionHandler handler) {
        guarded(handler, () -> introduce(handler));
        Event event = events.poll();
        if (event == null) {
            return false;
        }
        guarded(handler, () -> {
            switch (event) {
                case Event.Message(byte[] bytes) -> handler.frame(this, bytes);
                case Event.Text(String text) -> handler.text(this, text);
                case Event.Gone(int code, String reason) -> handler.closed(this, code, reason);
            }
        });
        if (!(event instanceof Event.Gone)) {
            demand();
        }
        return true;
    }

    private void guarded(ConnectionHandler handler, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "{} failed on {}, which is closed with 1011",
                    handler.getClass().getName(),
                    this,
                    e);
            close(CloseStatus.SERVER_ERROR, "the server failed");
        }
    }

    private void introduce(ConnectionHandler handler) {
        ConnectionHandler before = served;
        if (before != handler) {
            served = handler;
            heard = System.nanoTime();
            if (before == null) {
                handler.opened(this);
            } else {
                handler.adopted(this);
            }
        }
    }

    // ---- time

    void sweep(long now) {
        Settings settings = sockets.settings();
        if (closing.get()) {
            if (now - closingSince > LAST_WORD_NANOS) {
                terminate();
            }
        } else if (sockets.handler() != null) {
            long silent = TimeUnit.NANOSECONDS.toMillis(now - heard);
            if (silent > settings.silenceMillis()) {
                ownReason = "silent for %d ms".formatted(silent);
                sockets.misbehaved("a client was silent and is cut", opening.address());
                terminate();
            } else if (silent > settings.pingMillis()
                    && now - pinged > TimeUnit.MILLISECONDS.toNanos(settings.pingMillis())) {
                pinged = now;
                ping();
            }
        }
    }

    private void ping() {
        CoreSession to = session;
        if (to != null) {
            to.sendFrame(new Frame(OpCode.PING), Callback.NOOP, false);
        }
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
