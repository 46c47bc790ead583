package org.hotrealm.ops.api;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to swap, and how. Several changes are one swap: all of them come into force, or none.
 *
 * @param name what several changes are called together, such as a feature; the empty string for a single bundle
 * @param changes what to do, in any order; at least one
 * @param rooms ids of the only rooms to change over, for good; empty for all
 * @param canary how many of a hundred rooms change over first and are watched before the others follow; 0 for none. Rooms made
 *     meanwhile get the new version in the same share
 * @param hold whether to stop after the canary's soak: both versions stay in force, across restarts, until another swap of
 *     the bundle ends it
 * @param soak how long the new version is watched before the old one goes; zero for not at all
 * @param dryRun whether to stop before anything starts, and only say what would happen
 * @param who asked for it, for the record
 */
public record SwapRequest(
        String name,
        List<Change> changes,
        List<String> rooms,
        int canary,
        boolean hold,
        Duration soak,
        boolean dryRun,
        String who) {

    /** Watched for so long where nothing else is asked for. */
    public static final Duration DEFAULT_SOAK = Duration.ofMillis(500);

    /** One bundle's part. */
    public sealed interface Change {

        /**
         * A version of a bundle takes over from whatever version runs, or is added where none does.
         *
         * @param source a jar's path, or {@code symbolic.name/version} of a bundle this node has had or was delivered with
         * @param startLevel at which it starts; 0 for that of the version before, or the usual one
         */
        record Put(String source, int startLevel) implements Change {
            /** Checks. */
            public Put {
                if (source.isBlank()) {
                    throw new IllegalArgumentException("nothing to swap: name a jar, or symbolic.name/version");
                }
                if (startLevel < 0 || startLevel > 99) {
                    throw new IllegalArgumentException("start level is %d, allowed are 0 to 99".formatted(startLevel));
                }
            }

            @Override
            public String toString() {
                return source;
            }
        }

        /**
         * A bundle goes.
         *
         * @param bundle its symbolic name
         */
        record Remove(String bundle) implements Change {
            @Override
            public String toString() {
                return "-" + bundle;
            }
        }
    }

    /** Checks and copies. */
    public SwapRequest {
        changes = List.copyOf(changes);
        rooms = List.copyOf(rooms);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("nothing to swap: name a jar, or symbolic.name/version");
        }
        if (soak.isNegative() || soak.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("soak is %s, allowed are 0 s to 1 h".formatted(soak));
        }
        if (canary < 0 || canary > 99) {
            throw new IllegalArgumentException("canary is %d%%, allowed are 1%% to 99%%".formatted(canary));
        }
        if (canary > 0 && !rooms.isEmpty()) {
            throw new IllegalArgumentException("name rooms or a canary's share, not both");
        }
        if (hold && canary == 0) {
            throw new IllegalArgumentException("what is to be held is a canary; name its share, such as 10%");
        }
    }

    /** One bundle in all rooms, with the usual soak. */
    public static SwapRequest of(String source, String who) {
        return of("", List.of(new Change.Put(source, 0)), who);
    }

    /** Several changes as one, with the usual soak. */
    public static SwapRequest of(String name, List<Change> changes, String who) {
        return new SwapRequest(name, changes, List.of(), 0, false, DEFAULT_SOAK, false, who);
    }

    /** The same for these rooms only. */
    public SwapRequest in(List<String> ids) {
        return new SwapRequest(name, changes, ids, canary, hold, soak, dryRun, who);
    }

    /** The same with this share of the rooms first, and only, where it is to be held. */
    public SwapRequest canary(int percent, boolean held) {
        return new SwapRequest(name, changes, rooms, percent, held, soak, dryRun, who);
    }

    /** The same, watched for this long. */
    public SwapRequest soaking(Duration time) {
        return new SwapRequest(name, changes, rooms, canary, hold, time, dryRun, who);
    }

    /** The same, asked for by somebody else. */
    public SwapRequest by(String asking) {
        return new SwapRequest(name, changes, rooms, canary, hold, soak, dryRun, asking);
    }

    /** The same, without doing it. */
    public SwapRequest dry() {
        return new SwapRequest(name, changes, rooms, canary, hold, soak, true, who);
    }

    /** What was asked for, in one line. */
    public String source() {
        return name.isEmpty() ? changes.stream().map(Object::toString).collect(Collectors.joining(" ")) : name;
    }
}
