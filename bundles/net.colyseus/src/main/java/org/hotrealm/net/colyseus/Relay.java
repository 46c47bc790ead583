package org.hotrealm.net.colyseus;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.hotrealm.net.api.Connection;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client whose room runs on another node: a WebSocket of its own to that node, over which its frames go and the room's come.
 * Beside the client's protocol it carries, in frames that no room sends and texts that no client may send, how the client's
 * line is handed back when the room moves on, or when this node's end of it is renewed. Any thread; nothing blocks.
 */
final class Relay implements WebSocket.Listener {

    /** First byte of a frame by which the other node asks for {@link #PARK}: the room leaves it. */
    static final byte LEAVING = (byte) 0xfe;
    /** First byte of the last frame of the other node: the line as data, for whoever goes on with it. */
    static final byte PARCEL = (byte) 0xff;
    /** The text after which nothing more is sent from here, and the other node hands the line back. */
    static final String PARK = "park";

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    /** While the client does not keep up the other node is not read from, which it treats like any slow reader. */
    private static final long LOOK_AGAIN_MILLIS = 20;

    private static final int LARGEST_FRAME = 64 << 20;
    /** The codes that a client may close with in its own words. */
    private static final int FIRST_FREE_CODE = 3000;

    private final Connection client;
    private final Tally tally;
    private final End end;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private final Hold waiting = new Hold(System.nanoTime());
    private @Nullable WebSocket node;
    private boolean sending;
    private boolean parking;
    private boolean parkAsked;
    private boolean over;

    /** Who is told how it goes. */
    interface End {
        /** The room leaves that node: the line is to be {@linkplain Relay#park parked}. */
        void leaving();

        /** The line is back, as data; the relay has ended. */
        void parked(Payload line);

        /** That node is not reached any more; the relay has ended. */
        void broken(String why);
    }

    Relay(Connection client, Tally tally, End end) {
        this.client = client;
        this.tally = tally;
        this.end = end;
    }

    // ---- to the room

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
            if (over) {
                return;
            }
            waiting.closed(code);
        }
        pump();
    }

    /** Nothing more goes to the room; {@link End#parked} follows. */
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

    /** One after the other: the library takes the next only when the last is gone. */
    private void pump() {
        for (CompletableFuture<WebSocket> sent = next(); sent != null; sent = next()) {
            if (!sent.isDone()) {
                sent.whenComplete((socket, failure) -> sent(failure));
                return;
            }
            sentNow(sent.isCompletedExceptionally() ? sent.exceptionNow() : null);
        }
    }

    private void sent(@Nullable Throwable failure) {
        sentNow(failure);
        pump();
    }

    private void sentNow(@Nullable Throwable failure) {
        synchronized (this) {
            sending = false;
        }
        if (failure != null) {
            lost(failure.toString());
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
            return null;
        }
        if (parking && !parkAsked) {
            sending = true;
            parkAsked = true;
            return to.sendText(PARK, true);
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

    // ---- from the room

    @Override
    public void onOpen(WebSocket socket) {
        boolean late;
        synchronized (this) {
            node = socket;
            late = over;
        }
        if (late) {
            socket.abort();
            return;
        }
        socket.request(1);
        pump();
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        if (last && parts.size() == 0) {
            arrived(part);
        } else {
            parts.writeBytes(part);
            if (parts.size() > LARGEST_FRAME) {
                lost("a frame of more than %d bytes".formatted(LARGEST_FRAME));
                return null;
            }
            if (last) {
                byte[] whole = parts.toByteArray();
                parts.reset();
                arrived(whole);
            }
        }
        demand(socket);
        return null;
    }

    private void arrived(byte[] frame) {
        if (frame.length == 0) {
            return;
        }
        switch (frame[0]) {
            case LEAVING -> end.leaving();
            case PARCEL -> handedBack(Payload.ofBytes(Arrays.copyOfRange(frame, 1, frame.length)));
            default -> {
                tally.sent(frame[0], frame.length);
                client.send(frame, 0, frame.length);
                client.flush();
            }
        }
    }

    private void handedBack(Payload line) {
        if (finish()) {
            end.parked(line);
        }
    }

    private void demand(WebSocket socket) {
        if (client.congested()) {
            CompletableFuture.delayedExecutor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> demand(socket));
        } else {
            socket.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        if (finish()) {
            client.close(
                    code == CloseCode.NO_STATUS || code == CloseCode.ABNORMAL ? CloseCode.MAY_TRY_RECONNECT : code,
                    reason);
        }
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        lost(failure.toString());
    }

    private void lost(String why) {
        if (finish()) {
            LOG.info("The relay of {} has ended: {}", client, why);
            abort();
            end.broken(why);
        }
    }

    /** Whether it was not over before. */
    private synchronized boolean finish() {
        boolean first = !over;
        over = true;
        return first;
    }
}
