package org.hotrealm.net.transport;

import java.nio.ByteBuffer;

/** Follows a client's frames by their heads alone, in pieces as they come: whether the next byte begins one. One thread at a time. */
final class Boundary {

    private static final int MASK_BYTES = 4;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES_MORE = 126;
    private static final int EIGHT_BYTES_MORE = 127;

    private boolean opened;
    private int mask;
    /** Bytes of the length that are still to come, and what of it is known. */
    private int lengthBytes;

    private long length;
    /** Bytes of mask and payload that are still to come. */
    private long left;

    /** Whether all of the last frame has passed. */
    boolean between() {
        return !opened && left == 0;
    }

    /** These bytes are next. */
    void pass(ByteBuffer bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (left > 0) {
                int part = (int) Math.min(left, to - at);
                left -= part;
                at += part;
            } else {
                head(bytes.get(at++) & 0xff);
            }
        }
    }

    private void head(int next) {
        if (!opened) {
            opened = true;
            lengthBytes = -1;
        } else if (lengthBytes < 0) {
            mask = (next & MASKED) == 0 ? 0 : MASK_BYTES;
            length = next & ~MASKED;
            lengthBytes = length == TWO_BYTES_MORE ? 2 : length == EIGHT_BYTES_MORE ? 8 : 0;
            if (lengthBytes == 0) {
                headEnds();
            } else {
                length = 0;
            }
        } else {
            length = length << 8 | next;
            if (--lengthBytes == 0) {
                headEnds();
            }
        }
    }

    /** Nobody reads on behind a frame of more than 2 GB. */
    private void headEnds() {
        opened = false;
        left = length < 0 || length > Integer.MAX_VALUE ? Long.MAX_VALUE : mask + length;
    }
}
