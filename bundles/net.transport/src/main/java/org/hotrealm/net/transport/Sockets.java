package org.hotrealm.net.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.hotrealm.net.api.ConnectionHandler;
import org.jspecify.annotations.Nullable;

/** Every open WebSocket and the handler that serves them now. Any thread. */
final class Sockets {

    /** A handler does not block; one that does is not waited for longer than this. */
    private static final long LAST_FRAME_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<Long, Socket> open = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Offences offences = new Offences();
    private final Door door = new Door();
    private final Traffic traffic = new Traffic();
    private volatile Settings settings;
    private volatile @Nullable ConnectionHandler handler;
    private volatile boolean closing;

    Sockets(Settings settings) {
        this.settings = settings;
    }

    Settings settings() {
        return settings;
    }

    void settings(Settings next) {
        settings = next;
    }

    /** Who gets frames now; null while nobody does. */
    @Nullable
    ConnectionHandler handler() {
        return handler;
    }

    /** From now on this handler serves; it is handed every open connection, each between two of its frames. */
    void serve(ConnectionHandler next) {
        handler = next;
        open.values().forEach(Socket::drain);
    }

    /** This handler serves no more, and no thread is within it when this returns. Frames wait until another does. */
    synchronized void leave(ConnectionHandler gone) {
        if (handler != gone) {
            return;
        }
        handler = null;
        long until = System.nanoTime() + LAST_FRAME_NANOS;
        for (Socket socket : open.values()) {
            while (!socket.idle() && System.nanoTime() - until < 0) {
                LockSupport.parkNanos(50_000);
            }
        }
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    void add(Socket socket) {
        open.put(socket.id(), socket);
        door.enter(Door.site(socket.opening().address()), 0);
    }

    void remove(Socket socket) {
        open.remove(socket.id());
        door.leave(Door.site(socket.opening().address()));
    }

    int count() {
        return open.size();
    }

    /** What waits for clients to read it. */
    long queuedBytes() {
        return open.values().stream().mapToLong(Socket::queuedBytes).sum();
    }

    Traffic traffic() {
        return traffic;
    }

    Offences offences() {
        return offences;
    }

    /** Counts and samples what a client did wrong. */
    void offended(Offence kind, String what, String who) {
        offences.note(kind, what, who);
    }

    /** The WebSockets of each address. */
    Door door() {
        return door;
    }

    /** Whether no new connections and requests are taken from now on. */
    void closing(boolean now) {
        closing = now;
    }

    boolean isClosing() {
        return closing;
    }

    /** Pings everybody now and then, cuts the dead. To be called a few times a second by one thread. */
    void sweep(long nowNanos) {
        open.values().forEach(socket -> socket.sweep(nowNanos));
    }

    /** Tells every client that the port closes and gives them a moment to answer; the rest is cut. */
    void closeAll(int code, String reason, long withinMillis) {
        open.values().forEach(socket -> socket.close(code, reason));
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMillis);
        while (!open.isEmpty() && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(5_000_000L);
        }
        open.values().forEach(Socket::terminate);
    }
}
