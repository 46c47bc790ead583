package org.hotrealm.net.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/**
 * Holds HTTP connections to their deadlines, which an idle timeout cannot: a request that drips in byte by byte is never
 * idle. A connection that has become a WebSocket is not held here any more. Any thread.
 */
final class HttpConnections implements Connection.Listener {

    /** An answer may take its time on a slow line, but not for ever. */
    private static final long ANSWER_FACTOR = 8;

    private static final class Entry {
        private volatile long since = System.nanoTime();
        private volatile boolean answering;
        private volatile boolean served;
    }

    private final Map<Connection, Entry> waiting = new ConcurrentHashMap<>();
    private final Sockets sockets;

    HttpConnections(Sockets sockets) {
        this.sockets = sockets;
    }

    /** What encrypts has no deadline of its own: the request inside it has one. */
    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof SslConnection) && !(connection instanceof WebSocketConnection)) {
            waiting.put(connection, new Entry());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection);
    }

    /** A whole request has arrived. */
    void answering(Request request) {
        mark(request, true);
    }

    /** The request was answered; the next may come. */
    void answered(Request request) {
        mark(request, false);
    }

    private void mark(Request request, boolean answering) {
        Entry entry = waiting.get(request.getConnectionMetaData().getConnection());
        if (entry != null) {
            entry.since = System.nanoTime();
            entry.answering = answering;
            entry.served = true;
        }
    }

    /** Cuts what is over its time. */
    void sweep(long nowNanos) {
        long limit = TimeUnit.MILLISECONDS.toNanos(sockets.settings().times().request());
        waiting.forEach((connection, entry) -> {
            long most = entry.answering ? limit * ANSWER_FACTOR : limit;
            if (nowNanos - entry.since > most && waiting.remove(connection) != null) {
                // A browser keeps connections for later; only one that asked for nothing yet, or for half, is told of.
                if (!entry.served || entry.answering) {
                    sockets.offended(
                            Offence.SLOW_REQUEST,
                            "no whole request, or no reader of its answer, within %d ms".formatted(most / 1_000_000),
                            Door.address(connection.getEndPoint().getRemoteSocketAddress()));
                }
                connection.getEndPoint().close();
            }
        });
    }
}
