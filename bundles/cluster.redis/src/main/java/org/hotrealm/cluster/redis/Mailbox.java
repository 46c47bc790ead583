package org.hotrealm.cluster.redis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands messages to one listener in order, on a virtual thread that lives while there are any. */
final class Mailbox {

    /** A listener further behind than this loses the oldest messages. */
    static final int LIMIT = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final String channel;
    private final Consumer<String> listener;
    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean running;
    private boolean closed;
    private long dropped;

    Mailbox(String channel, Consumer<String> listener) {
        this.channel = channel;
        this.listener = listener;
    }

    synchronized void offer(String message) {
        if (closed) {
            return;
        }
        if (waiting.size() == LIMIT) {
            waiting.removeFirst();
            if (dropped++ == 0) {
                LOG.warn("a listener on '{}' is {} messages behind: the oldest are dropped", channel, LIMIT);
            }
        }
        waiting.addLast(message);
        if (!running) {
            running = true;
            Thread.ofVirtual().name("presence-" + channel).start(this::drain);
        }
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void drain() {
        for (String message = next(); message != null; message = next()) {
            try {
                listener.accept(message);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("a listener on '{}' failed; it stays subscribed", channel, e);
            }
        }
    }

    private synchronized @Nullable String next() {
        String message = waiting.pollFirst();
        running = message != null;
        return message;
    }
}
