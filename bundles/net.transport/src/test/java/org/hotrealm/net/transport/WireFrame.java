package org.hotrealm.net.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A WebSocket frame as it is on the wire, right or wrong.
 *
 * @param head the first byte: the end of a message, reserved bits, opcode
 * @param payload its bytes
 */
record WireFrame(int head, byte[] payload) {

    static final int END = 0x80;
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final byte[] MASK = {0x12, (byte) 0xa7, 0x01, (byte) 0xff};

    int opcode() {
        return head & 0x0f;
    }

    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** The code of a closing frame; 1005 where it has none. */
    int code() {
        return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
    }

    // ---- what a client sends

    static byte[] binary(int length) {
        byte[] payload = new byte[length];
        Arrays.fill(payload, (byte) 0x2a);
        return masked(END | BINARY, payload);
    }

    static byte[] binary(String text) {
        return masked(END | BINARY, text);
    }

    static byte[] ping(String text) {
        return masked(END | PING, text);
    }

    static byte[] close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return masked(
                END | CLOSE,
                ByteBuffer.allocate(2 + text.length)
                        .putShort((short) code)
                        .put(text)
                        .array());
    }

    static byte[] masked(int head, String text) {
        return masked(head, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] masked(int head, byte[] payload) {
        return all(declared(head, payload.length), hidden(payload));
    }

    /** The payload as it is on the wire; done twice it is as it was. */
    static byte[] hidden(byte[] payload) {
        byte[] hidden = payload.clone();
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] ^= MASK[i & 3];
        }
        return hidden;
    }

    static byte[] unmasked(int head, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return all(new byte[] {(byte) head, (byte) payload.length}, payload);
    }

    /** The head of a frame that says it is so long, with its mask. */
    static byte[] declared(int head, long length) {
        ByteBuffer bytes = ByteBuffer.allocate(14).put((byte) head);
        if (length >= 0 && length < 126) {
            bytes.put((byte) (0x80 | length));
        } else if (length >= 0 && length < 65_536) {
            bytes.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            bytes.put((byte) (0x80 | 127)).putLong(length);
        }
        bytes.put(MASK);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    static byte[] all(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
