package org.hotrealm.ops.start;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Called by the launcher when the server was asked to stop: closes the rooms before the bundles go. */
@Component(service = Runnable.class, property = "hotrealm.launch=drain")
public final class Drain implements Runnable {

    /** The protocol's close code for a server that shuts down. */
    private static final int SERVER_SHUTDOWN = 4001;

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    private final Duration within;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Rooms rooms;

    /** Reads the time allowed from the framework property {@code hotrealm.drain.timeout}, milliseconds. */
    @Activate
    public Drain(BundleContext context) {
        String millis = context.getProperty("hotrealm.drain.timeout");
        within = Duration.ofMillis(millis == null ? 5_000 : Long.parseLong(millis));
    }

    @Override
    public void run() {
        Rooms present = rooms;
        if (present == null) {
            return;
        }
        try {
            present.drain(SERVER_SHUTDOWN, within)
                    .toCompletableFuture()
                    .get(within.plusSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.warn("Rooms did not close within {} s; the server stops all the same.", within.toSeconds());
        } catch (ExecutionException failed) {
            LOG.warn("Rooms did not close in order; the server stops all the same.", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
