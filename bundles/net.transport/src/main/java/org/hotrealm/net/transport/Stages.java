package org.hotrealm.net.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Buffers outside the heap, from which the network takes bytes without a copy of its own. Any thread; never waits. */
final class Stages {

    /** What one write may carry. */
    static final int BYTES = 32_768;

    private static final int KEPT = 16;

    private final AtomicReferenceArray<@Nullable ByteBuffer> kept = new AtomicReferenceArray<>(KEPT);

    /** An empty buffer, for this thread alone until it is given back. */
    ByteBuffer take() {
        int first = (int) Thread.currentThread().threadId();
        for (int i = 0; i < KEPT; i++) {
            int slot = first + i & KEPT - 1;
            if (kept.getPlain(slot) != null) {
                ByteBuffer found = kept.getAndSet(slot, null);
                if (found != null) {
                    return found.clear();
                }
            }
        }
        return ByteBuffer.allocateDirect(BYTES);
    }

    void give(ByteBuffer buffer) {
        int first = (int) Thread.currentThread().threadId();
        for (int i = 0; i < KEPT; i++) {
            int slot = first + i & KEPT - 1;
            if (kept.getPlain(slot) == null && kept.compareAndSet(slot, null, buffer)) {
                return;
            }
        }
    }
}
