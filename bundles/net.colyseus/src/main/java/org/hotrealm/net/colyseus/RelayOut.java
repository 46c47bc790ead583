package org.hotrealm.net.colyseus;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a {@link Relay} carries to the room's node: one after the other, in order, within bounds. Any thread; nothing blocks. */
final class RelayOut {

    /** The codes that a client may close with in its own words. */
    private static final int FIRST_FREE_CODE = 3000;

    private final Consumer<String> lost;
    private final Hold waiting = new Hold(System.nanoTime());
    private @Nullable WebSocket node;
    private boolean sending;
    private boolean parking;
    private boolean parkAsked;
    private boolean over;

    /** @param lost told, with the reason, when something cannot be sent */
    RelayOut(Consumer<String> lost) {
        this.lost = lost;
    }

    /** Sends what waits and what comes; false where it is over already. */
    boolean open(WebSocket socket) {
        synchronized (this) {
            node = socket;
            if (over) {
                return false;
            }
        }
        pump();
        return true;
    }

    /** A frame of the client's; false where too many wait. */
    boolean frame(byte[] frame) {
        synchronized (this) {
            if (over || parking) {
                return true;
            }
            if (!waiting.keep(frame)) {
                return false;
            }
        }
        pump();
        return true;
    }

    /** The client is gone: its room hears of it as if it had been connected there. */
    void closed(int code) {
        synchronized (this) {
            waiting.closed(code);
        }
        pump();
    }

    /** Asks for the line back, after all that was sent before; nothing more is taken. */
    void park() {
        synchronized (this) {
            parking = true;
        }
        pump();
    }

    /** Ends without a word, as a broken line does. */
    void abort() {
        WebSocket to;
        synchronized (this) {
            over = true;
            to = node;
        }
        if (to != null) {
            to.abort();
        }
    }

    /** Nothing more is sent; whether that is news. */
    synchronized boolean finish() {
        boolean first = !over;
        over = true;
        return first;
    }

    /** The library takes the next only when the last is gone. */
    private void pump() {
        for (CompletableFuture<WebSocket> sent = next(); sent != null; sent = next()) {
            if (!sent.isDone()) {
                sent.whenComplete((socket, failure) -> {
                    sent(failure);
                    pump();
                });
                return;
            }
            sent(sent.isCompletedExceptionally() ? sent.exceptionNow() : null);
        }
    }

    private void sent(@Nullable Throwable failure) {
        synchronized (this) {
            sending = false;
        }
        if (failure != null) {
            lost.accept(failure.toString());
        }
    }

    private synchronized @Nullable CompletableFuture<WebSocket> next() {
        WebSocket to = node;
        if (to == null || over || sending) {
            return null;
        }
        byte[] frame = waiting.poll();
        if (frame != null) {
            sending = true;
            return to.sendBinary(ByteBuffer.wrap(frame), true);
        }
        int code = waiting.closeCode();
        if (code != 0) {
            over = true;
            close(to, code);
        } else if (parking && !parkAsked) {
            sending = true;
            parkAsked = true;
            return to.sendText(Relay.PARK, true);
        }
        return null;
    }

    private static void close(WebSocket to, int code) {
        if (CloseCode.comesBack(code)) {
            to.abort();
        } else {
            to.sendClose(code >= FIRST_FREE_CODE ? code : CloseCode.NORMAL, "");
        }
    }
}
