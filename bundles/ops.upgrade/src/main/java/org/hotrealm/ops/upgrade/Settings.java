package org.hotrealm.ops.upgrade;

import java.time.Duration;

/** Checked settings. */
record Settings(Duration stepWithin, Duration collectWithin, Duration deployEvery) {

    static Settings from(UpgradeConfig config) {
        return new Settings(
                millis("step.max.ms", config.step_max_ms(), 100),
                millis("collect.max.ms", config.collect_max_ms(), 0),
                millis("deploy.every.ms", config.deploy_every_ms(), 50));
    }

    private static Duration millis(String name, int value, int least) {
        if (value < least || value > 600_000) {
            throw new IllegalArgumentException("%s is %d, allowed are %d to 600000".formatted(name, value, least));
        }
        return Duration.ofMillis(value);
    }
}
