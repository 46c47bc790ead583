package org.hotrealm.net.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the network. While much arrives it lets messages gather for a moment and takes them together: being woken
 * costs more than reading. While little arrives nothing is held up.
 */
final class PatientSelector extends ManagedSelector {

    private static final Logger LOG = LoggerFactory.getLogger(PatientSelector.class);
    private static final long AGAIN_NANOS = 20_000_000;
    private static final int READ_BYTES = 16_384;

    private final Patience patience = new Patience();
    private final LongSupplier gatherNanos;
    /** What was read last, of whichever connection. */
    private final ByteBuffer received = ByteBuffer.allocateDirect(READ_BYTES);

    /** WebSockets that had something since the look before. */
    private int found;

    private long selected;

    /** It waits at most so long for more. */
    PatientSelector(SelectorManager manager, int id, LongSupplier gatherNanos) {
        super(manager, id);
        this.gatherNanos = gatherNanos;
    }

    /** A WebSocket has something; the selecting thread says so. Requests, whose senders wait for answers, are not counted. */
    void found() {
        found++;
    }

    /** Room for what one connection has sent; for the selecting thread, until it looks at the next connection. */
    ByteBuffer received() {
        return received.clear();
    }

    @Override
    protected int nioSelect(Selector selector, boolean now) throws IOException {
        long before = selected;
        long wait = now ? 0 : patience.nanos(gatherNanos.getAsLong());
        if (System.nanoTime() - before < wait) {
            LockSupport.parkNanos(wait);
        }
        int ready = select(selector, now);
        selected = System.nanoTime();
        patience.found(found, selected - before);
        found = 0;
        return ready;
    }

    private int select(Selector selector, boolean now) throws IOException {
        try {
            return super.nioSelect(selector, now);
        } catch (OutOfMemoryError e) {
            // Somebody else uses it up; what has arrived is there at the next look, too.
            LOG.error("The network has met the end of the memory and goes on", e);
            LockSupport.parkNanos(AGAIN_NANOS);
            return 0;
        }
    }

    /** Jetty goes on without a selector then, and nobody could connect any more: this is as bad as the end of its thread. */
    @Override
    protected void onSelectFailed(Throwable cause) {
        Thread.UncaughtExceptionHandler last = Thread.getDefaultUncaughtExceptionHandler();
        if (last != null) {
            last.uncaughtException(Thread.currentThread(), cause);
        }
    }
}
