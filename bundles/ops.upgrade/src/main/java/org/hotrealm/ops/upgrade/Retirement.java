package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;

/** Takes old versions out and proves that nothing of them is left. One thread. */
final class Retirement {

    private final Container container;
    private final Settings settings;
    private final Steps steps;

    Retirement(Container container, Settings settings, Steps steps) {
        this.container = container;
        this.settings = settings;
        this.steps = steps;
    }

    /** Gives what is still there of them, in words; the empty string where nothing is. */
    String retire(List<Bundle> olds) {
        List<LeftBehind> traces = olds.stream().map(LeftBehind::new).toList();
        List<String> dirt = new ArrayList<>();
        for (Bundle old : olds) {
            try {
                if (old.getState() == Bundle.ACTIVE) {
                    steps.run("stop", () -> container.stop(old));
                }
                steps.run("uninstall", () -> container.uninstall(old));
            } catch (Refusal e) {
                dirt.add("the old version is not gone: " + e.getMessage());
            }
        }
        if (!olds.isEmpty()) {
            try {
                steps.run("refresh", () -> container.refresh(olds));
            } catch (Refusal e) {
                dirt.add(String.valueOf(e.getMessage()));
            }
        }
        return collect(traces, dirt);
    }

    private String collect(List<LeftBehind> traces, List<String> dirt) {
        if (traces.isEmpty()) {
            return String.join("; ", dirt);
        }
        try {
            steps.run("collect", () -> {
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
