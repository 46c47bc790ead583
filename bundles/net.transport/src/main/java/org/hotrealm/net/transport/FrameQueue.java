package org.hotrealm.net.transport;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Frames of one connection that are not written yet: a ring whose places are used again. One thread at a time. */
final class FrameQueue {

    private static final byte[] NOTHING = {};
    private static final int LONGEST_HEAD = 10;
    private static final int FINAL = 0x80;
    private static final int TWO_BYTES_MORE = 126;
    private static final int EIGHT_BYTES_MORE = 127;

    private Place[] ring = {new Place(), new Place()};
    private int first;
    private int size;
    /** Bytes of the first frame, its head included, that are written already. */
    private int written;

    private long waiting;

    private static final class Place {
        private int opcode;
        private byte[] payload = NOTHING;
        private int offset;
        private int length;
        private int cost;
        private @Nullable Callback callback;

        int headBytes() {
            return length < TWO_BYTES_MORE ? 2 : length <= 0xffff ? 4 : LONGEST_HEAD;
        }

        int bytes() {
            return headBytes() + length;
        }

        void head(ByteBuffer into) {
            into.put((byte) (FINAL | opcode));
            if (length < TWO_BYTES_MORE) {
                into.put((byte) length);
            } else if (length <= 0xffff) {
                into.put((byte) TWO_BYTES_MORE).putShort((short) length);
            } else {
                into.put((byte) EIGHT_BYTES_MORE).putLong(length);
            }
        }
    }

    /**
     * Adds a frame.
     *
     * @param cost what it counts for in {@link #waiting}
     * @param callback completed when it is written, or failed when it is given up; null for none
     */
    void add(int opcode, byte[] payload, int offset, int length, int cost, @Nullable Callback callback) {
        if (size == ring.length) {
            grow();
        }
        Place place = at(size++);
        place.opcode = opcode;
        place.payload = payload;
        place.offset = offset;
        place.length = length;
        place.cost = cost;
        place.callback = callback;
        waiting += cost;
    }

    private Place at(int n) {
        return ring[first + n & ring.length - 1];
    }

    private void grow() {
        Place[] wider = new Place[ring.length * 2];
        for (int i = 0; i < wider.length; i++) {
            wider[i] = i < size ? at(i) : new Place();
        }
        ring = wider;
        first = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The sum of the costs of what is queued. */
    long waiting() {
        return waiting;
    }

    /** Copies as much as fits of what is not written yet. The frames stay until {@link #consume}. */
    void stage(ByteBuffer into) {
        int skip = written;
        for (int i = 0; i < size && into.remaining() > LONGEST_HEAD; i++) {
            stage(at(i), skip, into);
            skip = 0;
        }
    }

    private static void stage(Place place, int skip, ByteBuffer into) {
        int headBytes = place.headBytes();
        if (skip < headBytes) {
            int begin = into.position();
            place.head(into);
            if (skip > 0) {
                ByteBuffer rest = into.duplicate().flip().position(begin + skip);
                into.position(begin).put(rest);
            }
        }
        int from = Math.max(0, skip - headBytes);
        int part = Math.min(place.length - from, into.remaining());
        into.put(place.payload, place.offset + from, part);
    }

    /** So many bytes of what was staged are on their way. Callbacks of complete frames go to the list. */
    void consume(int bytes, List<Callback> complete) {
        int left = bytes;
        while (left > 0) {
            int rest = at(0).bytes() - written;
            if (left < rest) {
                written += left;
                return;
            }
            left -= rest;
            written = 0;
            empty(at(0), complete);
            first = first + 1 & ring.length - 1;
            size--;
        }
    }

    /** How many bytes are left of the first frame; 0 where there is none. */
    int next() {
        return size == 0 ? 0 : at(0).bytes() - written;
    }

    /** Drops what is queued, but for a frame that is partly written: its rest has to follow. */
    void drop(List<Callback> dropped) {
        int kept = written == 0 ? 0 : 1;
        while (size > kept) {
            empty(at(--size), dropped);
        }
    }

    /** Drops everything: nothing more will be written. */
    void abandon(List<Callback> dropped) {
        written = 0;
        drop(dropped);
    }

    private void empty(Place place, List<Callback> callbacks) {
        waiting -= place.cost;
        place.payload = NOTHING;
        if (place.callback != null) {
            callbacks.add(place.callback);
            place.callback = null;
        }
    }
}
