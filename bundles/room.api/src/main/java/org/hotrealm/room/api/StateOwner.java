package org.hotrealm.room.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The live state of a bundle, which can go over to another version of it. A service of each bundle that owns such; the
 * bundle's manifest says what it writes and reads:
 *
 * <pre>{@code
 * Provide-Capability: org.hotrealm.state;kind=room;schema:Long=1;from:Long=1;in=bundle
 * }</pre>
 *
 * <p>{@code schema} is what it writes, {@code from} the oldest that it reads. {@code in=bundle}: the state is this service's;
 * {@code in=rooms}: it is in objects that rooms keep by {@link Room#attach}, see {@link Parking}; such a bundle has no service of
 * this type.
 *
 * <p>A version that starts while a {@link Vault#underway handover} of its bundle is {@code EXPECTED} stands by: it registers
 * this service and nothing else, until it {@linkplain #take takes} the state. Any thread; nothing blocks.
 */
@ConsumerType
public interface StateOwner {

    /** The manifest's namespace. */
    String NAMESPACE = "org.hotrealm.state";

    /** Whether this one has the state and runs it; false for one that stands by or has parked it. */
    boolean running();

    /** What keeps the state from being parked now, a sentence each; empty where nothing does. Nothing stops. */
    CompletionStage<List<String>> obstacles();

    /**
     * Has everything come to a standstill and puts it into parcels. From then on it does nothing, until it is told to
     * {@linkplain #take take} them back or its bundle stops.
     *
     * @param within how long that may take
     * @return completes exceptionally where it could not; everything goes on then as if nothing had been asked
     */
    CompletionStage<Map<String, Parcel>> park(Duration within);

    /**
     * Goes on with the state in these parcels.
     *
     * @return completes when everything runs; exceptionally where a parcel could not be read or a part could not be made again:
     *     then nothing runs here, and the parcels are whole
     */
    CompletionStage<Void> take(Map<String, Parcel> parcels);
}
