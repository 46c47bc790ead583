package org.hotrealm.net.transport;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;

/**
 * Waits for the network. While much arrives it lets messages gather for a moment and takes them together: being woken
 * costs more than reading. While little arrives nothing is held up.
 */
final class PatientSelector extends ManagedSelector {

    /** Woken again so soon, it is busy. */
    private static final long BUSY_NANOS = 1_000_000;

    private static final long GATHER_NANOS = 1_000_000;

    private long selected;

    PatientSelector(SelectorManager manager, int id) {
        super(manager, id);
    }

    @Override
    protected int nioSelect(Selector selector, boolean now) throws IOException {
        if (!now && System.nanoTime() - selected < BUSY_NANOS) {
            LockSupport.parkNanos(GATHER_NANOS);
        }
        int ready = super.nioSelect(selector, now);
        selected = System.nanoTime();
        return ready;
    }
}
