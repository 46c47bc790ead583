package org.hotrealm.net.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket's bytes. It reads on the thread that found them, without waking another, and writes what was queued up to
 * a flush with one call into the network. Any thread; nothing blocks, and while the client keeps up nothing is
 * allocated.
 */
final class Wire extends WebSocketConnection {

    private static final byte[] NOTHING = {};
    private static final Callback[] NONE = {};

    private final WebSocketCoreSession session;
    private final Stages stages;
    private final Intake intake;
    private final FrameQueue queue = new FrameQueue();
    /** What is locked is touched anyway. */
    private final Object lock = queue;

    private final Callback readable = new Readable();
    private final Callback writable = new Writable();
    /** What to complete after the lock is given back. */
    private final List<Callback> complete = new ArrayList<>();
    /** What waits for the client to take it: whoever flushes meanwhile leaves it to that write's end. */
    private @Nullable ByteBuffer blocked;

    /** What to complete when {@link #blocked} is taken. */
    private final List<Callback> flying = new ArrayList<>();
    /** A closing frame is queued: nothing may follow it. */
    private boolean closing;

    private boolean closed;
    private @Nullable Throwable broken;

    Wire(
            EndPoint endPoint,
            Executor executor,
            Scheduler scheduler,
            ByteBufferPool buffers,
            WebSocketCoreSession session,
            Stages stages) {
        super(endPoint, executor, scheduler, buffers, session);
        this.session = session;
        this.stages = stages;
        this.intake = new Intake(this, session);
    }

    /** Messages in one piece go to this socket from now on, past the library; where they are encrypted it reads them all. */
    void hears(Socket socket) {
        intake.open(socket);
        DoorConnector.reads(getEndPoint(), intake);
    }

    @Override
    protected void setInitialBuffer(ByteBuffer buffer) {
        intake.passed(buffer, buffer.position(), buffer.limit());
        super.setInitialBuffer(buffer);
    }

    /** The client has said its last word, or is not listened to any more. */
    @Override
    public void cancelDemand() {
        intake.close();
        super.cancelDemand();
    }

    /** Nothing that is done with a frame blocks, so the thread that waits for the network does it. */
    private final class Readable implements Callback {
        @Override
        public void succeeded() {
            onFillable();
        }

        @Override
        public void failed(Throwable cause) {
            onFillInterestedFailed(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    private final class Writable implements Callback {
        @Override
        public void succeeded() {
            synchronized (lock) {
                blocked = null;
                complete.addAll(flying);
                flying.clear();
            }
            flush();
        }

        @Override
        public void failed(Throwable cause) {
            fail(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    @Override
    public void fillInterested() {
        fillInterested(readable);
    }

    /**
     * Queues a binary message.
     *
     * @param cost what it counts for while it waits
     * @return false, and nothing is queued, where more than {@code most} would wait
     */
    boolean queue(byte[] bytes, int offset, int length, int cost, long most) {
        synchronized (lock) {
            if (queue.waiting() + cost > most) {
                return false;
            }
            if (!closing && broken == null) {
                queue.add(OpCode.BINARY, bytes, offset, length, cost, null);
            }
            return true;
        }
    }

    /** Queues a ping, which counts for nothing. */
    void ping(byte[] payload) {
        synchronized (lock) {
            if (!closing && broken == null) {
                queue.add(OpCode.PING, payload, 0, payload.length, 0, null);
            }
        }
    }

    /** The costs of what waits. */
    long waiting() {
        synchronized (lock) {
            return queue.waiting();
        }
    }

    /** Whether something was not taken by the network yet. */
    boolean busy() {
        synchronized (lock) {
            return blocked != null || !queue.isEmpty();
        }
    }

    /** Takes what the session sends: pings, pongs and the closing frame. An error's closing frame overtakes what waits. */
    @Override
    public void enqueueFrame(OutgoingEntry entry) {
        Frame frame = entry.getFrame();
        List<Callback> dropped = new ArrayList<>(0);
        Throwable refused;
        synchronized (lock) {
            refused = closing ? new ClosedChannelException() : broken;
            if (refused == null) {
                if (frame.getOpCode() == OpCode.CLOSE) {
                    closing = true;
                    if (CloseStatus.getCloseStatus(frame).isAbnormal()) {
                        queue.drop(dropped);
                    }
                }
                byte[] payload = payload(frame);
                queue.add(frame.getOpCode(), payload, 0, payload.length, 0, entry.getCallback());
            }
        }
        if (refused != null) {
            entry.getCallback().failed(refused);
            return;
        }
        failAll(dropped, new ClosedChannelException());
        flush();
    }

    private static byte[] payload(Frame frame) {
        if (!frame.hasPayload()) {
            return NOTHING;
        }
        byte[] bytes = new byte[frame.getPayloadLength()];
        frame.getPayload().duplicate().get(bytes);
        return bytes;
    }

    /** Writes what is queued, as far as the client takes it; the rest goes out as it does. */
    void flush() {
        ByteBuffer rest;
        boolean end;
        Callback[] done;
        try {
            synchronized (lock) {
                if (blocked != null || broken != null) {
                    return;
                }
                write();
                rest = blocked;
                end = closing && !closed && rest == null;
                closed |= end;
                done = complete.isEmpty() ? NONE : complete.toArray(NONE);
                complete.clear();
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
            return;
        }
        if (rest != null) {
            getEndPoint().write(writable, rest);
        }
        if (end) {
            getEndPoint().shutdownOutput();
        }
        for (Callback each : done) {
            each.succeeded();
        }
    }

    private void write() throws IOException {
        if (queue.isEmpty()) {
            return;
        }
        EndPoint to = getEndPoint();
        ByteBuffer stage = stages.take();
        try {
            while (blocked == null && !queue.isEmpty()) {
                queue.stage(stage.clear());
                boolean all = to.flush(stage.flip());
                queue.consume(stage.position(), complete);
                if (!all) {
                    block(stage);
                }
            }
        } finally {
            stages.give(stage);
        }
    }

    /** Keeps the rest of the first frame for the network, which tells when it is gone; other frames stay in the queue. */
    private void block(ByteBuffer stage) {
        int part = Math.min(queue.next(), stage.remaining());
        ByteBuffer rest = ByteBuffer.allocate(part)
                .put(stage.slice(stage.position(), part))
                .flip();
        queue.consume(part, flying);
        blocked = rest;
    }

    @Override
    public void onClose(Throwable cause) {
        abandon(cause == null ? new ClosedChannelException() : cause);
        super.onClose(cause);
    }

    private void fail(Throwable cause) {
        if (abandon(cause)) {
            session.processConnectionError(cause, Callback.NOOP);
        }
    }

    /** Whether this was the first failure. */
    private boolean abandon(Throwable cause) {
        List<Callback> dropped = new ArrayList<>(0);
        boolean first;
        synchronized (lock) {
            first = broken == null;
            if (first) {
                broken = cause;
            }
            queue.abandon(dropped);
            dropped.addAll(flying);
            flying.clear();
        }
        failAll(dropped, cause);
        return first;
    }

    private static void failAll(List<Callback> callbacks, Throwable cause) {
        callbacks.forEach(each -> each.failed(cause));
    }
}
