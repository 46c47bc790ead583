package org.hotrealm.net.colyseus;

/**
 * The checked configuration.
 *
 * @param framesPerSecond of one client
 * @param bytesPerSecond of one client
 * @param joinsPerSecond of one address
 * @param joinMillis to get a seat and acknowledge it
 * @param probeMillis of a connection that measures latency
 * @param payload of one message
 */
record Settings(
        int framesPerSecond,
        int bytesPerSecond,
        int joinsPerSecond,
        int joinMillis,
        int probeMillis,
        PayloadLimits payload) {

    Settings {
        check("frames.per.second", framesPerSecond, 1, 100_000);
        check("bytes.per.second", bytesPerSecond, 100, 1_000_000_000);
        check("joins.per.second", joinsPerSecond, 1, 1_000_000);
        check("join.timeout.ms", joinMillis, 100, 600_000);
        check("probe.timeout.ms", probeMillis, 100, 600_000);
    }

    static Settings from(ColyseusConfig config) {
        return new Settings(
                config.frames_per_second(),
                config.bytes_per_second(),
                config.joins_per_second(),
                config.join_timeout_ms(),
                config.probe_timeout_ms(),
                new PayloadLimits(
                        config.payload_depth(),
                        config.payload_values(),
                        config.payload_keys(),
                        config.payload_text_bytes()));
    }

    static void check(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s in the configuration org.hotrealm.net.colyseus is %d, allowed are %d to %d"
                            .formatted(key, value, least, most));
        }
    }
}
