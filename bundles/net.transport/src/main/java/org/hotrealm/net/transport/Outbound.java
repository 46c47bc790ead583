package org.hotrealm.net.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;

/** What waits to be written to one client. Any thread; nothing blocks. */
final class Outbound {

    /** Counted beside each frame's bytes: what a waiting frame costs. */
    private static final int FRAME_OVERHEAD = 64;

    private final Sockets sockets;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean unflushed = new AtomicBoolean();

    Outbound(Sockets sockets) {
        this.sockets = sockets;
    }

    /**
     * Queues a frame; false, and the frame is dropped, where too much waits already. A frame that is longer than half of
     * what may wait, such as the state of a large room, counts as one half: it would never fit otherwise.
     */
    boolean send(CoreSession to, byte[] bytes, int offset, int length) {
        int most = sockets.settings().limits().queueBytes();
        int cost = Math.min(length + FRAME_OVERHEAD, most / 2);
        if (waiting.addAndGet(cost) > most) {
            waiting.addAndGet(-cost);
            return false;
        }
        unflushed.set(true);
        sockets.traffic().sent(length);
        Frame frame = new Frame(OpCode.BINARY, true, ByteBuffer.wrap(bytes, offset, length));
        enqueue(to, frame, Callback.from(() -> waiting.addAndGet(-cost), _ -> waiting.addAndGet(-cost)));
        return true;
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

    void flush(CoreSession to) {
        if (unflushed.getAndSet(false)) {
            to.flush(Callback.NOOP);
        }
    }

    long waiting() {
        return waiting.get();
    }
}
