package org.hotrealm.net.transport;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
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
    }

    private final Map<Connection, Entry> waiting = new ConcurrentHashMap<>();
    private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();
    private final Sockets sockets;

    HttpConnections(Sockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public void onOpened(Connection connection) {
        String address = address(connection.getEndPoint());
        int now = perAddress.merge(address, 1, Integer::sum);
        int most = sockets.settings().connectionsPerAddress();
        if (most > 0 && now > most) {
            sockets.misbehaved("more than %d connections from one address".formatted(most), address);
            connection.close();
        } else if (!(connection instanceof WebSocketConnection)) {
            waiting.put(connection, new Entry());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection);
        perAddress.computeIfPresent(address(connection.getEndPoint()), (_, count) -> count == 1 ? null : count - 1);
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
        }
    }

    /** Cuts what is over its time. */
    void sweep(long nowNanos) {
        long limit = TimeUnit.MILLISECONDS.toNanos(sockets.settings().requestMillis());
        waiting.forEach((connection, entry) -> {
            long most = entry.answering ? limit * ANSWER_FACTOR : limit;
            if (nowNanos - entry.since > most) {
                connection.getEndPoint().close();
            }
        });
    }

    private static String address(EndPoint endPoint) {
        return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "unknown";
    }
}
