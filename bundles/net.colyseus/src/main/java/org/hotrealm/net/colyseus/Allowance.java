package org.hotrealm.net.colyseus;

import org.jspecify.annotations.Nullable;

/** What one client may send per second, in frames and in bytes. One frame at a time. */
final class Allowance {

    private final Settings settings;
    private final RateLimit frames;
    private final RateLimit bytes;

    Allowance(Settings settings, long nowNanos) {
        this.settings = settings;
        this.frames = new RateLimit(settings.framesPerSecond(), nowNanos);
        this.bytes = new RateLimit(settings.bytesPerSecond(), nowNanos);
    }

    /** Spends a frame of so many bytes; the rule that forbids it, or null. */
    @Nullable
    Rule spend(int length, long nowNanos) {
        if (!frames.spend(nowNanos)) {
            return Rule.FRAMES;
        }
        return bytes.spend(length, nowNanos) ? null : Rule.BYTES;
    }

    /** The limit that this rule keeps, for the client. */
    String limit(Rule rule) {
        return rule == Rule.FRAMES
                ? "more than %d frames a second".formatted(settings.framesPerSecond())
                : "more than %d bytes a second".formatted(settings.bytesPerSecond());
    }
}
