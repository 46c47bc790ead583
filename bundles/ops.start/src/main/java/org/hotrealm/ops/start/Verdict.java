package org.hotrealm.ops.start;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hotrealm.net.api.Listening;
import org.hotrealm.ops.api.SettingsFiles;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
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
    /** So long a component has that was given the settings of an earlier run. */
    private static final Duration SECOND_TRY = Duration.ofSeconds(10);

    private final BundleContext context;
    private final Components components;
    private final @Nullable SettingsFiles files;

    /** Created when the launcher asks. */
    @Activate
    public Verdict(
            BundleContext context,
            @Reference ServiceComponentRuntime runtime,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) @Nullable SettingsFiles files) {
        this.context = context;
        this.components = new Components(runtime);
        this.files = files;
    }

    @Override
    public String call() throws InterruptedException {
        if (files != null && !files.unmet().isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), files.unmet()));
        }
        ServiceTracker<Listening, Listening> tracker = new ServiceTracker<>(context, Listening.class, null);
        tracker.open();
        try {
            Listening listening = await(tracker);
            return new Welcome(context, components).text(listening, refused(), otherFailures());
        } finally {
            tracker.close();
        }
    }

    private Listening await(ServiceTracker<Listening, Listening> tracker) throws InterruptedException {
        long deadline = System.nanoTime() + timeout().toNanos();
        long patience = Long.MIN_VALUE;
        while (System.nanoTime() < deadline) {
            Listening listening = tracker.waitForService(STEP.toMillis());
            if (listening != null) {
                return listening;
            }
            if (components.failures().isEmpty()) {
                continue;
            }
            if (patience == Long.MIN_VALUE) {
                patience = System.nanoTime() + (mended() ? SECOND_TRY.toNanos() : 0);
            }
            if (System.nanoTime() >= patience) {
                throw new IllegalStateException(String.join(
                        System.lineSeparator(),
                        Stream.concat(refused().stream(), otherFailures().stream())
                                .toList()));
            }
        }
        List<String> waiting = components.waiting();
        throw new IllegalStateException("No player can connect after "
                + timeout().toSeconds() + " s"
                + (waiting.isEmpty() ? "; is the feature 'net' installed?" : ": " + String.join("; ", waiting)));
    }

    /** Whether something is in force in place of settings that did not work: then another try is under way. */
    private boolean mended() {
        if (files == null) {
            return false;
        }
        files.look();
        return !files.refused().isEmpty();
    }

    private List<String> refused() {
        return files == null ? List.of() : files.refused();
    }

    /** Those that are not told with the file that is to be corrected. */
    private List<String> otherFailures() {
        List<String> refused = refused();
        return components.failures().stream()
                .filter(failure -> refused.stream().noneMatch(each -> each.contains(failure)))
                .toList();
    }

    private Duration timeout() {
        String millis = context.getProperty("hotrealm.start.timeout");
        return Duration.ofMillis(millis == null ? 30_000 : Long.parseLong(millis));
    }
}
