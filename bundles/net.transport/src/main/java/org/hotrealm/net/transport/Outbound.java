package org.hotrealm.net.transport;

import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.jspecify.annotations.Nullable;

/** What waits to be written to one client, within its limit. Any thread; nothing blocks. */
final class Outbound {

    /** Counted beside each frame's bytes: what a waiting frame costs. */
    private static final int FRAME_OVERHEAD = 64;

    private static final long LATELY_NANOS = 100_000_000;

    private final Sockets sockets;
    private volatile @Nullable Wire wire;
    /** A ping was left to the next write; of the sweeping thread alone. */
    private boolean left;

    Outbound(Sockets sockets) {
        this.sockets = sockets;
    }

    /** The connection is open. */
    void open(CoreSession session) {
        wire = (Wire) ((WebSocketCoreSession) session).getConnection();
    }

    /** Messages go to this socket from now on. */
    void hears(Socket socket) {
        Wire to = wire;
        if (to != null) {
            to.hears(socket);
        }
    }

    /**
     * Queues a frame; false, and the frame is dropped, where too much waits already. A frame that is longer than half of
     * what may wait, such as the state of a large room, counts as one half: it would never fit otherwise.
     */
    boolean send(byte[] bytes, int offset, int length) {
        Wire to = wire;
        if (to == null) {
            return true;
        }
        int most = sockets.settings().limits().queueBytes();
        int cost = Math.min(length + FRAME_OVERHEAD, most / 2);
        if (!to.queue(bytes, offset, length, cost, most)) {
            return false;
        }
        sockets.traffic().sent(length);
        return true;
    }

    void flush() {
        Wire to = wire;
        if (to != null) {
            to.flush();
        }
    }

    /** Asks for an answer. To a client that was just written to it goes with what is next, at {@link #swept} at the latest. */
    void ping(byte[] payload, long now) {
        Wire to = wire;
        if (to == null) {
            return;
        }
        to.ping(payload);
        left = now - DoorConnector.wroteAt(to.getEndPoint()) < LATELY_NANOS;
        if (!left) {
            to.flush();
        }
    }

    /** Time has passed: what was left to the next write goes out. */
    void swept() {
        if (left) {
            left = false;
            flush();
        }
    }

    long waiting() {
        Wire to = wire;
        return to == null ? 0 : to.waiting();
    }

    /** Whether the network is full and takes something now and then, which it does only for a client that reads. */
    boolean trickles(long nanos, long now) {
        Wire to = wire;
        return to != null && to.busy() && now - DoorConnector.wroteAt(to.getEndPoint()) < nanos;
    }
}
