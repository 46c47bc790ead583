package org.hotrealm.net.transport;

import java.util.concurrent.atomic.LongAdder;

/** What went over the sockets since this bundle started. Any thread. */
final class Traffic {

    private final LongAdder framesIn = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder framesOut = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();

    void received(int bytes) {
        framesIn.increment();
        bytesIn.add(bytes);
    }

    void sent(int bytes) {
        framesOut.increment();
        bytesOut.add(bytes);
    }

    long framesIn() {
        return framesIn.sum();
    }

    long bytesIn() {
        return bytesIn.sum();
    }

    long framesOut() {
        return framesOut.sum();
    }

    long bytesOut() {
        return bytesOut.sum();
    }
}
