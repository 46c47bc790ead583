package org.hotrealm.net.transport;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;

/**
 * Waits for the network. While much arrives it lets messages gather for a moment and takes them together: being woken
 * costs more than reading. While little arrives nothing is held up.
 */
final class PatientSelector extends ManagedSelector {

    private final LongSupplier gatherNanos;
    private long selected;

    /** Woken again within this time it is busy, and waits as long for more. */
    PatientSelector(SelectorManager manager, int id, LongSupplier gatherNanos) {
        super(manager, id);
        this.gatherNanos = gatherNanos;
    }

    @Override
    protected int nioSelect(Selector selector, boolean now) throws IOException {
        long gather = gatherNanos.getAsLong();
        if (!now && System.nanoTime() - selected < gather) {
            LockSupport.parkNanos(gather);
        }
        int ready = super.nioSelect(selector, now);
        selected = System.nanoTime();
        return ready;
    }
}
