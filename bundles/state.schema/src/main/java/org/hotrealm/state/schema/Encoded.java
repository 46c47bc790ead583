package org.hotrealm.state.schema;

import java.util.Arrays;

/**
 * A state message in its array, with room for a frame's head before it.
 *
 * <p>At least {@link #HEADROOM} bytes before {@code offset} are free, so that the protocol layer writes its opcode there
 * and sends from {@code offset - 1} without copying. The message of several viewers may be one and the same array: what
 * is written before {@code offset} has to be the same for all of them.
 *
 * @param bytes the array
 * @param offset where the message starts
 * @param length its length, 0 when there is nothing to tell
 */
public record Encoded(byte[] bytes, int offset, int length) {
    /** Free bytes before the message. */
    public static final int HEADROOM = 16;

    /** Nothing to send. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** A copy of the message alone. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    static Encoded of(ByteWriter from) {
        byte[] bytes = new byte[HEADROOM + from.at];
        System.arraycopy(from.bytes, 0, bytes, HEADROOM, from.at);
        return new Encoded(bytes, HEADROOM, from.at);
    }

    static Encoded join(Encoded common, ByteWriter own) {
        if (own.at == 0) {
            return common;
        }
        int length = common.length() + own.at;
        byte[] bytes = new byte[HEADROOM + length];
        System.arraycopy(common.bytes(), common.offset(), bytes, HEADROOM, common.length());
        System.arraycopy(own.bytes, 0, bytes, HEADROOM + common.length(), own.at);
        return new Encoded(bytes, HEADROOM, length);
    }

    static Encoded empty() {
        return new Encoded(new byte[HEADROOM], HEADROOM, 0);
    }
}
