package org.hotrealm.ops.upgrade;

import java.time.Duration;

/**
 * Checked settings.
 *
 * @param stepWithin the time of one step
 * @param collectWithin how long the collector may take to free an old version
 * @param slowFactor how many times as long ticks may take under a new version
 * @param versionsKept how many jars of a bundle are kept that are not in force
 */
record Settings(Duration stepWithin, Duration collectWithin, double slowFactor, int versionsKept) {

    private static final double LEAST_FACTOR = 1.1;
    private static final int MOST_VERSIONS = 10_000;

    static Settings from(UpgradeConfig config) {
        return new Settings(
                millis("step.max.ms", config.step_max_ms(), 100),
                millis("collect.max.ms", config.collect_max_ms(), 0),
                factor(config.soak_slow_factor()),
                versions(config.versions_kept()));
    }

    static Duration millis(String name, int value, int least) {
        if (value < least || value > 600_000) {
            throw new IllegalArgumentException("%s is %d, allowed are %d to 600000".formatted(name, value, least));
        }
        return Duration.ofMillis(value);
    }

    private static double factor(double value) {
        if (!(value >= LEAST_FACTOR)) {
            throw new IllegalArgumentException(
                    "soak.slow.factor is %s, allowed are numbers from %s".formatted(value, LEAST_FACTOR));
        }
        return value;
    }

    private static int versions(int value) {
        if (value < 0 || value > MOST_VERSIONS) {
            throw new IllegalArgumentException(
                    "versions.kept is %d, allowed are 0 to %d".formatted(value, MOST_VERSIONS));
        }
        return value;
    }
}
