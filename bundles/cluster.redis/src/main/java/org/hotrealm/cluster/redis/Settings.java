package org.hotrealm.cluster.redis;

import java.time.Duration;

/** Checked settings. */
record Settings(String keyPrefix, Duration nodeTtl, Duration commandTimeout, int queueMax, int callsMax) {

    Settings {
        if (keyPrefix.isBlank() || keyPrefix.chars().anyMatch(c -> c == '{' || c == '}' || c <= ' ')) {
            throw new IllegalArgumentException(
                    "key.prefix is '%s', it must be visible characters without braces".formatted(keyPrefix));
        }
        within("node.ttl.ms", nodeTtl.toMillis(), 200, 3_600_000);
        within("command.timeout.ms", commandTimeout.toMillis(), 10, 600_000);
        within("queue.max", queueMax, 1, 10_000_000);
        within("calls.max", callsMax, 1, 1_000_000);
    }

    static Settings from(RedisConfig config) {
        return new Settings(
                config.key_prefix(),
                Duration.ofMillis(config.node_ttl_ms()),
                Duration.ofMillis(config.command_timeout_ms()),
                config.queue_max(),
                config.calls_max());
    }

    /** How often a node says that it lives: three may be missed. */
    Duration beat() {
        return nodeTtl.dividedBy(4);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d, allowed are %d to %d".formatted(name, value, least, most));
        }
    }
}
