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
    private final Connection client;
    private final Tally tally;
    private final End end;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private final RelayOut out = new RelayOut(this::lost);

    /** Who is told how it goes. */
    interface End {
        /** The room leaves that node: the line is to be {@linkplain RelayOut#park parked}. */
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

    /** What goes to the room. */
    RelayOut out() {
        return out;
    }

    // ---- from the room

    @Override
    public void onOpen(WebSocket socket) {
        if (out.open(socket)) {
            socket.request(1);
        } else {
            socket.abort();
        }
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
        if (out.finish()) {
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
        if (out.finish()) {
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
        if (out.finish()) {
            LOG.info("The relay of {} has ended: {}", client, why);
            out.abort();
            end.broken(why);
        }
    }
}
