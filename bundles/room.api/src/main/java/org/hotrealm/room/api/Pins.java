package org.hotrealm.room.api;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Which version of each system rooms run, and the operation that changes it between ticks. Any thread. */
@ProviderType
public interface Pins {

    /** Every behaviour registered on this node, all versions. */
    List<Pin> available();

    /** The version new rooms get, per system. */
    List<Pin> defaults();

    /**
     * Rebinds rooms to a version of a system, each at its own next tick edge.
     *
     * @param pin what to bind; must be {@linkplain #available() available}
     * @param rooms the ids of the rooms; empty for all, and for every room made from now on
     * @return completes when the last of them runs it; exceptionally with {@link IllegalArgumentException} for an unknown
     *     version, and with {@link java.util.concurrent.TimeoutException} naming the rooms that did not reach an edge
     */
    CompletionStage<List<Rebind>> rebind(Pin pin, List<String> rooms);

    /**
     * Decides how many of a hundred new rooms get a version of a bundle's systems: which ones, their ids tell. 100 makes it the
     * default, 0 keeps it from being taken only because it is the newest. It may be said before the bundle is here; a {@link
     * #rebind} of all rooms to any version of the bundle ends it.
     *
     * @param bundle symbolic name
     * @throws IllegalArgumentException for a share that is none
     */
    void prefer(String bundle, String version, int percent);

    /**
     * How one room changed over.
     *
     * @param room its id
     * @param from the version before, or the empty string where the system was missing
     * @param to the version now
     * @param tick the first tick run by the new version
     * @param gapNanos from the end of the last tick before to the beginning of that tick, less the planned pause
     */
    record Rebind(String room, String from, String to, long tick, long gapNanos) {}
}
