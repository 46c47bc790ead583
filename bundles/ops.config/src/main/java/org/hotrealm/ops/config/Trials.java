package org.hotrealm.ops.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.ops.config.Layers.Taken;
import org.jspecify.annotations.Nullable;

/** Settings that were given a moment ago, what became of them, and what goes back in force where their component does not take them. */
final class Trials {

    /** So often it is looked at what became of an edit, twice a second. */
    private static final int LOOKS = 20;
    /** A server that starts on a busy machine takes its time. */
    private static final int LOOKS_AT_START = 120;

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

    /** How a component fares with its settings. */
    enum Fate {
        /** It has taken them. */
        WELL,
        /** It has not. */
        FAILED,
        /** It had not, and has now. */
        RECOVERED
    }

    /**
     * What became of a component's settings.
     *
     * @param before what it worked with before; null where nothing is known
     * @param reason why they failed; empty where they did not
     */
    record Became(String pid, Fate fate, @Nullable Before before, String reason) {}

    private record Trial(@Nullable Before before, int looks, boolean failed) {}

    Trials(Outcome outcome) {
        this.outcome = outcome;
    }

    /** A component is about to be given other settings than these. */
    void begin(String pid, Before before) {
        Trial earlier = open.get(pid);
        // Two edits within seconds: what was before both is what is known to work.
        Before worked = earlier == null ? null : earlier.before;
        // A component that does not run now had no settings that are worth going back to.
        if (worked == null && outcome.refusal(pid).isEmpty()) {
            worked = before;
        }
        open.put(pid, new Trial(worked, LOOKS, false));
        outcome.begin(pid);
    }

    /** A component is about to be given its first settings of this run. */
    void begin(String pid) {
        open.put(pid, new Trial(null, LOOKS_AT_START, false));
        outcome.begin(pid);
    }

    /** Looks at all of them, and tells what is new. */
    List<Became> look() {
        List<Became> told = new ArrayList<>();
        for (Map.Entry<String, Trial> each : List.copyOf(open.entrySet())) {
            String pid = each.getKey();
            Trial trial = each.getValue();
            String reason = outcome.refusal(pid).orElse("");
            if (trial.failed && reason.isEmpty()) {
                open.remove(pid);
                told.add(new Became(pid, Fate.RECOVERED, null, ""));
            } else if (!trial.failed && !reason.isEmpty()) {
                open.put(pid, new Trial(trial.before, 0, true));
                told.add(new Became(pid, Fate.FAILED, trial.before, reason));
            } else if (!trial.failed && trial.looks <= 1) {
                open.remove(pid);
                told.add(new Became(pid, Fate.WELL, null, ""));
            } else if (!trial.failed) {
                open.put(pid, new Trial(trial.before, trial.looks - 1, false));
            }
        }
        return told;
    }

    /** Its settings are not tried any more: others have been given to it, which are not to be blamed for what was. */
    void end(String pid) {
        if (open.remove(pid) != null) {
            outcome.begin(pid);
        }
    }
}
