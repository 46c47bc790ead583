package org.hotrealm.ops.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes old versions out and proves that nothing of them is left. One thread. */
final class Retirement {

    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(2);
    private static final long QUIET_LOOK_MILLIS = 50;

    private final Container container;
    private final Settings settings;
    private final Steps steps;

    Retirement(Container container, Settings settings, Steps steps) {
        this.container = container;
        this.settings = settings;
        this.steps = steps;
    }

    /**
     * Gives what is still there of them, in words; the empty string where nothing is.
     *
     * @param olds emptied, as whoever holds a bundle may hold its classes
     */
    String retire(List<Bundle> olds) {
        List<LeftBehind> traces = new ArrayList<>();
        List<String> dirt = new ArrayList<>();
        takeOut(olds, traces, dirt);
        olds.clear();
        return collect(traces, dirt);
    }

    private void takeOut(List<Bundle> olds, List<LeftBehind> traces, List<String> dirt) {
        List<Bundle> gone = new ArrayList<>();
        for (Bundle old : olds) {
            LeftBehind trace = new LeftBehind(old);
            try {
                stop(old, dirt);
                steps.run("uninstall", () -> container.uninstall(old));
                gone.add(old);
                traces.add(trace);
            } catch (Refusal e) {
                dirt.add("the old version is not gone: " + e.getMessage());
            }
        }
        // One that hangs in its stop would have the refresh wait for it, and everybody for the refresh.
        if (!gone.isEmpty()) {
            try {
                steps.run("refresh", () -> container.refresh(gone));
            } catch (Refusal e) {
                dirt.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void stop(Bundle old, List<String> dirt) throws Refusal {
        if (old.getState() != Bundle.ACTIVE) {
            return;
        }
        try {
            steps.run("stop", () -> container.stop(old));
        } catch (Hung e) {
            throw e;
        } catch (Refusal e) {
            // What threw has stopped all the same.
            dirt.add(String.valueOf(e.getMessage()));
        }
    }

    /** Waits a while until nobody is inside these bundles any more, such as whoever carries an answer out of them. */
    void quiet(List<Bundle> bundles) {
        List<String> names = bundles.stream().map(Bundle::getSymbolicName).toList();
        long deadline = System.nanoTime() + QUIET_WITHIN.toNanos();
        try {
            do {
                Health.pause(QUIET_LOOK_MILLIS);
            } while (busy(names) && System.nanoTime() < deadline);
        } catch (Refusal stopping) {
            LOG.debug("the server is stopping", stopping);
        }
    }

    /** Packages are called as their bundles are. */
    private static boolean busy(List<String> names) {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame ->
                        names.stream().anyMatch(name -> frame.getClassName().startsWith(name + ".")));
    }

    private String collect(List<LeftBehind> traces, List<String> dirt) {
        if (traces.isEmpty()) {
            return String.join("; ", dirt);
        }
        try {
            steps.run("collect", () -> {
                container.forgetEndedThreads();
                for (LeftBehind trace : traces) {
                    if (!trace.collected(settings.collectWithin())) {
                        dirt.add(trace.holders());
                    }
                }
            });
        } catch (Refusal e) {
            dirt.add(String.valueOf(e.getMessage()));
        }
        return String.join("; ", dirt);
    }
}
