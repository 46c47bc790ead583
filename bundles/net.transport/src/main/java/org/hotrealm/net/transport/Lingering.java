package org.hotrealm.net.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds connections that were closed from here for a moment longer: what the client still sends is read and dropped. A
 * connection that is closed with bytes unread is reset by the network, and the client may lose our last words.
 */
final class Lingering {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int MOST = 4_096;
    private static final int BYTES_A_SWEEP = 65_536;

    private record Closed(SocketChannel channel, Runnable then, long until) {}

    private final Queue<Closed> closed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ByteBuffer dropped = ByteBuffer.allocateDirect(16_384);

    /**
     * Takes a connection that is no longer selected and has said all it had to. False where there are too many already:
     * then the caller closes it.
     *
     * @param then runs when it is closed
     */
    boolean take(SocketChannel channel, Runnable then) {
        if (count.incrementAndGet() > MOST) {
            count.decrementAndGet();
            return false;
        }
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            count.decrementAndGet();
            return false;
        }
        closed.add(new Closed(channel, then, System.nanoTime() + NANOS));
        return true;
    }

    /** Reads a bounded amount of each, closes those whose client is gone or whose time is over. One thread. */
    void sweep(long nowNanos) {
        for (Iterator<Closed> all = closed.iterator(); all.hasNext(); ) {
            Closed one = all.next();
            if (nowNanos - one.until > 0 || finished(one.channel)) {
                all.remove();
                end(one);
            }
        }
    }

    private boolean finished(SocketChannel channel) {
        try {
            for (int read = 0; read < BYTES_A_SWEEP; ) {
                dropped.clear();
                int n = channel.read(dropped);
                if (n <= 0) {
                    return n < 0;
                }
                read += n;
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private void end(Closed one) {
        count.decrementAndGet();
        try {
            one.channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        one.then.run();
    }

    /** Closes what is left. */
    void close() {
        sweep(System.nanoTime() + 2 * NANOS);
    }

    int count() {
        return count.get();
    }
}
