package org.hotrealm.net.colyseus;

import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client sends while its room stands still, within bounds. Guarded by the line that has it. */
final class Hold {

    private static final int MOST_FRAMES = 2_048;
    private static final int MOST_BYTES = 1 << 20;

    private final ArrayDeque<byte[]> frames = new ArrayDeque<>();
    private final long since;
    private int bytes;
    private int closeCode;

    Hold(long nowNanos) {
        since = nowNanos;
    }

    /** Keeps a frame; false where that would be too much. */
    boolean keep(byte[] frame) {
        if (frames.size() == MOST_FRAMES || bytes + frame.length > MOST_BYTES) {
            return false;
        }
        frames.add(frame);
        bytes += frame.length;
        return true;
    }

    /** The oldest frame, or null. */
    byte @Nullable [] poll() {
        byte[] oldest = frames.poll();
        bytes -= oldest == null ? 0 : oldest.length;
        return oldest;
    }

    List<byte[]> frames() {
        return List.copyOf(frames);
    }

    /** The connection is gone. */
    void closed(int code) {
        closeCode = code;
    }

    /** With which code the connection went; 0 while it is there. */
    int closeCode() {
        return closeCode;
    }

    /** Moment of {@link System#nanoTime()} at which it began. */
    long since() {
        return since;
    }
}
