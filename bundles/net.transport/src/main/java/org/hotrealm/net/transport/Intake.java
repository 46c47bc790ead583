package org.hotrealm.net.transport;

import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.core.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * A client's messages as they arrive. One in a single piece, which nearly all are, is taken out of the network's buffer here
 * and handed over at once. Everything else (fragments, pings, texts, what is wrong, too long or only half there) goes to the
 * network library with all that came behind it, so that the protocol's rules are kept in one place; when that has read to the
 * end of a frame, messages are taken here again. One thread at a time.
 */
final class Intake {

    private static final byte WHOLE_BINARY = (byte) 0x82;
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;
    private static final int TWO_BYTES_MORE = 126;
    private static final int EIGHT_BYTES_MORE = 127;

    private final Wire wire;
    private final Configuration limits;
    private final Boundary boundary = new Boundary();
    private volatile @Nullable Socket socket;

    Intake(Wire wire, Configuration limits) {
        this.wire = wire;
        this.limits = limits;
    }

    /** From now on messages go to this socket. */
    void open(Socket to) {
        socket = to;
    }

    /** Nothing is taken here any more. */
    void close() {
        socket = null;
    }

    /** The library reads these bytes. */
    void passed(ByteBuffer bytes, int from, int to) {
        boundary.pass(bytes, from, to);
    }

    /** The socket that takes messages now; {@link Socket#given} has to follow. Null where the library has to read. */
    @Nullable
    Socket begin() {
        Socket to = socket;
        return to != null && boundary.between() && to.takes() ? to : null;
    }

    /** Hands over what can be; false where the library has to go on, which is given the rest. */
    boolean take(ByteBuffer bytes, Socket to) {
        while (bytes.hasRemaining()) {
            byte[] message = to.listens() ? plain(bytes) : null;
            if (message != null) {
                to.plain(message);
            } else if (wire.getEndPoint().isOpen()) {
                wire.setInitialBuffer(bytes);
                return false;
            } else {
                return true;
            }
        }
        return true;
    }

    /** The payload of the frame at the buffer's front, which is read; null, and nothing is read, where that is no plain one. */
    private byte @Nullable [] plain(ByteBuffer bytes) {
        int begin = bytes.position();
        int there = bytes.remaining();
        if (there < 2 + MASK_BYTES || bytes.get(begin) != WHOLE_BINARY || bytes.get(begin + 1) >= 0) {
            return null;
        }
        int length = bytes.get(begin + 1) & ~MASKED & 0xff;
        int head = 2;
        if (length == TWO_BYTES_MORE) {
            length = bytes.getShort(begin + 2) & 0xffff;
            head = 4;
        }
        long most = limits.getMaxFrameSize();
        if (length == EIGHT_BYTES_MORE && head == 2
                || most > 0 && length > most
                || there < head + MASK_BYTES + length) {
            return null;
        }
        byte[] message = new byte[length];
        bytes.position(begin + head + MASK_BYTES).get(message);
        unmask(message, bytes.getInt(begin + head));
        return message;
    }

    private static void unmask(byte[] message, int mask) {
        byte first = (byte) (mask >> 24);
        byte second = (byte) (mask >> 16);
        byte third = (byte) (mask >> 8);
        byte fourth = (byte) mask;
        int at = 0;
        for (; at + 3 < message.length; at += 4) {
            message[at] ^= first;
            message[at + 1] ^= second;
            message[at + 2] ^= third;
            message[at + 3] ^= fourth;
        }
        for (; at < message.length; at++) {
            message[at] ^= (byte) (mask >> 24 - 8 * (at & 3));
        }
    }
}
