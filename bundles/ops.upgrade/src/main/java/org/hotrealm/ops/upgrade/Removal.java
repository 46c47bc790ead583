package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;

/** A bundle that goes: it is stopped, and started again where the swap fails. */
final class Removal implements Strategy {

    private final Part part;
    private final Container container;
    private final Steps steps;
    private final List<Bundle> stopped = new ArrayList<>();

    Removal(Part part, Container container, Steps steps) {
        this.part = part;
        this.container = container;
        this.steps = steps;
    }

    @Override
    public void apply() throws Refusal {
        steps.run("stop", () -> {
            for (Bundle old : part.olds()) {
                stopped.add(old);
                container.stop(old);
            }
        });
    }

    @Override
    public List<String> undo() {
        List<String> trouble = new ArrayList<>();
        for (Bundle old : stopped.reversed()) {
            Beside.attempt(() -> container.start(old), trouble);
        }
        return trouble;
    }
}
