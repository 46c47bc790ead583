package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;

/**
 * An adapter: the new version starts and is healthy while the old one still serves; then the old one stops, and whoever used
 * it uses the new one. Where both cannot be there at once, the old one stops first.
 */
final class Beside implements Strategy {

    private final Part part;
    private final Container container;
    private final Health health;
    private final Steps steps;
    private final List<Bundle> stopped = new ArrayList<>();
    private List<String> expected = List.of();
    private boolean started;

    Beside(Part part, Container container, Health health, Steps steps) {
        this.part = part;
        this.container = container;
        this.health = health;
        this.steps = steps;
    }

    @Override
    public void apply() throws Refusal {
        expected = health.services(part.olds());
        if (part.inPlace()) {
            steps.run("stop", this::stop);
            steps.run("start", this::start);
            steps.run("healthy", () -> health.await(part.fresh(), expected));
            return;
        }
        steps.run("start", this::start);
        steps.run("healthy", () -> health.await(part.fresh(), expected));
        steps.run("stop", this::stop);
    }

    private void start() throws Refusal {
        started = true;
        container.start(part.fresh());
    }

    private void stop() throws Refusal {
        for (Bundle old : part.olds()) {
            stopped.add(old);
            container.stop(old);
        }
    }

    @Override
    public List<String> undo() {
        List<String> trouble = new ArrayList<>();
        if (part.inPlace()) {
            attempt(this::stopFresh, trouble);
        }
        for (Bundle old : stopped.reversed()) {
            attempt(() -> container.start(old), trouble);
        }
        if (!stopped.isEmpty()) {
            attempt(() -> health.await(stopped.getFirst(), expected), trouble);
        }
        attempt(this::stopFresh, trouble);
        return trouble;
    }

    private void stopFresh() throws Refusal {
        if (started) {
            started = false;
            container.stop(part.fresh());
        }
    }

    static void attempt(Steps.Action action, List<String> trouble) {
        try {
            action.run();
        } catch (Refusal e) {
            trouble.add(String.valueOf(e.getMessage()));
        }
    }
}
