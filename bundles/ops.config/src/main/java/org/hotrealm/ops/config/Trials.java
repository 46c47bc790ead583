package org.hotrealm.ops.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.ops.config.Layers.Taken;
import org.jspecify.annotations.Nullable;

/** Settings that were changed a moment ago, and what goes back in force where their component does not take them. */
final class Trials {

    /** So often it is looked at what became of them, twice a second. */
    private static final int LOOKS = 20;

    private final Outcome outcome;
    private final Map<String, Trial> open = new HashMap<>();

    /**
     * What was in force before.
     *
     * @param settings null for the defaults
     * @param file null where there was none
     */
    record Before(
            @Nullable Map<String, Object> settings,
            @Nullable Taken file) {}

    /** Settings that did not last. */
    record Failed(String pid, Before before, String reason) {}

    private record Trial(Before before, int looks) {}

    Trials(Outcome outcome) {
        this.outcome = outcome;
    }

    /** A component is about to be given other settings than these. */
    void begin(String pid, Before before) {
        Trial earlier = open.get(pid);
        // Two edits within seconds: what was before both is what is known to work.
        Before worked = earlier == null ? before : earlier.before;
        // A component that does not run now had no settings that are worth going back to.
        if (earlier != null || outcome.refusal(pid).isEmpty()) {
            open.put(pid, new Trial(worked, LOOKS));
        }
        outcome.begin(pid);
    }

    /** Looks at all of them; those that failed are tried no more. */
    List<Failed> look() {
        List<Failed> failed = new ArrayList<>();
        for (Map.Entry<String, Trial> each : List.copyOf(open.entrySet())) {
            String pid = each.getKey();
            Trial trial = each.getValue();
            String reason = outcome.refusal(pid).orElse("");
            if (!reason.isEmpty()) {
                failed.add(new Failed(pid, trial.before, reason));
                // What is given back is not to be blamed for this.
                outcome.begin(pid);
            }
            if (!reason.isEmpty() || trial.looks <= 1) {
                open.remove(pid);
            } else {
                open.put(pid, new Trial(trial.before, trial.looks - 1));
            }
        }
        return failed;
    }

    /** Its file is gone. */
    void end(String pid) {
        open.remove(pid);
    }
}
