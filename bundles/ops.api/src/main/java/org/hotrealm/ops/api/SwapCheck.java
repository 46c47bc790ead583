package org.hotrealm.ops.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A check of one's own that a new version must pass: a service under this interface. It is asked once when the new version
 * has taken over, some times a second while it is watched, and once at the end of that. What it objects to is rolled back.
 *
 * <p>Called on the operation's thread, which no room waits for; it may take a while, but not longer than a step may
 * ({@code step.max.ms}). A check that throws is an objection.
 */
@ConsumerType
public interface SwapCheck {

    /** What it is called in records and messages, such as {@code economy}. */
    String name();

    /** Why the new version must not stay, in a sentence for the operator; empty where nothing speaks against it. */
    Optional<String> objection(UnderWay swap);

    /**
     * A swap under way.
     *
     * @param parts the bundles that change
     * @param rooms ids of the rooms that run what is new
     */
    record UnderWay(List<SwapRecord.Part> parts, List<String> rooms) {
        /** Copies. */
        public UnderWay {
            parts = List.copyOf(parts);
            rooms = List.copyOf(rooms);
        }
    }
}
