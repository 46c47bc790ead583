package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;

/**
 * The bundle that swaps is swapped: it starts its successor, and hands it the rest once the swap is kept, as no code can
 * take itself out of memory.
 */
final class Succession implements Strategy {

    private final Part part;
    private final Container container;
    private final Health health;
    private final Steps steps;

    Succession(Part part, Container container, Health health, Steps steps) {
        this.part = part;
        this.container = container;
        this.health = health;
        this.steps = steps;
    }

    @Override
    public void apply() throws Refusal {
        List<String> expected = health.services(part.olds());
        steps.run("start", () -> container.start(part.fresh()));
        steps.run("healthy", () -> health.await(part.fresh(), expected));
    }

    @Override
    public List<String> undo() {
        List<String> trouble = new ArrayList<>();
        Beside.attempt(() -> container.stop(part.fresh()), trouble);
        return trouble;
    }
}
