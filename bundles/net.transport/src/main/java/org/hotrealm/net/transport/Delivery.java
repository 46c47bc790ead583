package org.hotrealm.net.transport;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.hotrealm.net.api.ConnectionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what happens to one connection to the handler: in order, one at a time, without a lock. Whichever thread finds
 * nobody handing over does it, for itself and for those that add meanwhile.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Something that happened. */
    sealed interface Event {}

    /** A binary message. */
    record Message(byte[] bytes) implements Event {}

    /** A text message. */
    record Text(String text) implements Event {}

    /** The connection ended. */
    record Gone(int code, String reason) implements Event {}

    private final Socket socket;
    private final Sockets sockets;
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger draining = new AtomicInteger();
    private @Nullable ConnectionHandler served;
    /** Its end was told: whoever serves next need not hear of it. */
    private boolean gone;

    Delivery(Socket socket, Sockets sockets) {
        this.socket = socket;
        this.sockets = sockets;
    }

    void add(Event event) {
        events.add(event);
    }

    /** Hands over what there is, unless another thread is at it: then that one does. Without a handler it waits. */
    void drain() {
        if (draining.getAndIncrement() == 0) {
            drainAll(1);
        }
    }

    /**
     * Whether this thread may hand messages over past the queue, by {@link #now}, until it calls {@link #release}: nobody
     * else does, nothing waits, and the handler knows the connection.
     */
    boolean seize() {
        if (!draining.compareAndSet(0, 1)) {
            return false;
        }
        ConnectionHandler handler = sockets.handler();
        if (handler != null && handler == served && events.isEmpty()) {
            return true;
        }
        release();
        return false;
    }

    /** Hands a message over at once. */
    void now(byte[] message) {
        ConnectionHandler handler = Objects.requireNonNull(served, "nobody is served");
        try {
            handler.frame(socket, message);
        } catch (RuntimeException | LinkageError e) {
            failed(handler, e);
        }
    }

    /** Ends what {@link #seize} began; what was added meanwhile is handed over. */
    void release() {
        int seen = draining.decrementAndGet();
        if (seen != 0) {
            drainAll(seen);
        }
    }

    private void drainAll(int since) {
        int seen = since;
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
        if (served != handler && !gone) {
            try {
                introduce(handler);
            } catch (RuntimeException | LinkageError e) {
                failed(handler, e);
            }
        }
        Event event = gone ? null : events.poll();
        if (event == null) {
            return false;
        }
        try {
            switch (event) {
                case Message(byte[] bytes) -> handler.frame(socket, bytes);
                case Text(String text) -> handler.text(socket, text);
                case Gone(int code, String reason) -> {
                    gone = true;
                    handler.closed(socket, code, reason);
                }
            }
        } catch (RuntimeException | LinkageError e) {
            failed(handler, e);
        }
        if (!(event instanceof Gone)) {
            socket.demand();
        }
        return true;
    }

    /** Whether nobody is handing something over just now. */
    boolean idle() {
        return draining.get() == 0;
    }

    private void failed(ConnectionHandler handler, Throwable e) {
        LOG.warn(
                "{} failed on {}, which is closed with 1011", handler.getClass().getName(), socket, e);
        socket.close(CloseStatus.SERVER_ERROR, "the server failed");
    }

    private void introduce(ConnectionHandler handler) {
        ConnectionHandler before = served;
        served = handler;
        socket.taken();
        if (before == null) {
            handler.opened(socket);
        } else {
            handler.adopted(socket);
        }
    }
}
