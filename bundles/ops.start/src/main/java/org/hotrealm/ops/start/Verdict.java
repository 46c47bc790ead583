package org.hotrealm.ops.start;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotrealm.net.api.Listening;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Called once by the launcher when all bundles have started: waits until players can connect and answers with the
 * welcome, or throws with the sentence that says why they cannot. It is a {@code Callable} because the launcher, outside
 * the framework, shares only the JDK's types with it.
 */
@Component(service = Callable.class, property = "hotrealm.launch=verdict")
public final class Verdict implements Callable<String> {

    private static final Duration STEP = Duration.ofMillis(50);

    private final BundleContext context;
    private final Components components;

    /** Created when the launcher asks. */
    @Activate
    public Verdict(BundleContext context, @Reference ServiceComponentRuntime runtime) {
        this.context = context;
        this.components = new Components(runtime);
    }

    @Override
    public String call() throws InterruptedException {
        ServiceTracker<Listening, Listening> tracker = new ServiceTracker<>(context, Listening.class, null);
        tracker.open();
        try {
            return new Welcome(context, components).text(await(tracker));
        } finally {
            tracker.close();
        }
    }

    private Listening await(ServiceTracker<Listening, Listening> tracker) throws InterruptedException {
        long deadline = System.nanoTime() + timeout().toNanos();
        while (System.nanoTime() < deadline) {
            Listening listening = tracker.waitForService(STEP.toMillis());
            if (listening != null) {
                return listening;
            }
            List<String> failures = components.failures();
            if (!failures.isEmpty()) {
                throw new IllegalStateException(String.join(System.lineSeparator(), failures));
            }
        }
        List<String> waiting = components.waiting();
        throw new IllegalStateException("No player can connect after "
                + timeout().toSeconds() + " s"
                + (waiting.isEmpty() ? "; is the feature 'net' installed?" : ": " + String.join("; ", waiting)));
    }

    private Duration timeout() {
        String millis = context.getProperty("hotrealm.start.timeout");
        return Duration.ofMillis(millis == null ? 30_000 : Long.parseLong(millis));
    }
}
