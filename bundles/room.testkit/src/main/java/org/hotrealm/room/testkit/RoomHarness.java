package org.hotrealm.room.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.JoinRequest.Method;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.engine.ManualEngine;
import org.jspecify.annotations.Nullable;

/**
 * Room types under test, in the engine that runs them in a server, without a container, threads or a network. Time stands
 * still until {@link #advance} or {@link HarnessRoom#tick} moves it; whatever a call sets off is done when it returns. Equal
 * seeds and equal calls give equal runs, down to ids and tokens. One thread.
 */
public final class RoomHarness {

    private static final long SEED = 1;

    private final ManualEngine engine;
    private String address = "192.0.2.1";

    private RoomHarness(long seed) {
        engine = new ManualEngine(seed);
    }

    /** A harness with these room types and systems, each as version 1.0.0. */
    public static RoomHarness of(Behaviour... behaviours) {
        return seeded(SEED, behaviours);
    }

    /** As {@link #of}, with randomness from another seed. */
    public static RoomHarness seeded(long seed, Behaviour... behaviours) {
        RoomHarness harness = new RoomHarness(seed);
        for (Behaviour behaviour : behaviours) {
            harness.add(behaviour, "1.0.0");
        }
        return harness;
    }

    /** Registers one more version of a room type or system. */
    public Pin add(Behaviour behaviour, String version) {
        return engine.add(behaviour, version);
    }

    /** Takes a version away, as when its bundle stops. */
    public void remove(Behaviour behaviour) {
        engine.remove(behaviour);
    }

    /** Has all rooms change over to this version at the edge of their next tick. */
    public void rebind(Pin pin) {
        engine.pins().rebind(pin, List.of());
    }

    /** Clients that come from now on come from this network address. */
    public RoomHarness from(String networkAddress) {
        address = networkAddress;
        return this;
    }

    /** Makes a room as the server itself does. */
    public HarnessRoom create(String name, @Nullable Object... options) {
        return room(engine.matchmaking()
                .create(name, Payload.map(options))
                .toCompletableFuture()
                .join()
                .roomId());
    }

    /** A room that runs. */
    public HarnessRoom room(String roomId) {
        return new HarnessRoom(this, roomId);
    }

    /**
     * Joins a room of this name, or a new one, and acknowledges.
     *
     * @param options keys and values in turn
     * @throws AssertionError where the client is refused; see {@link #ask} for that
     */
    public HarnessClient join(String name, @Nullable Object... options) {
        return joined(Method.JOIN_OR_CREATE, name, Payload.map(options));
    }

    /** Makes a room of this name as a client does, and joins it. */
    public HarnessClient joinNew(String name, @Nullable Object... options) {
        return joined(Method.CREATE, name, Payload.map(options));
    }

    /** Joins this room. */
    public HarnessClient joinById(String roomId, @Nullable Object... options) {
        return joined(Method.JOIN_BY_ID, roomId, Payload.map(options));
    }

    private HarnessClient joined(Method method, String target, Payload options) {
        try {
            HarnessClient client = connect(ask(method, target, options, null), null);
            if (!client.joined()) {
                throw new AssertionError("the client was refused: %s".formatted(client.refusal()));
            }
            return client;
        } catch (RefusedException e) {
            throw new AssertionError("no seat in %s: %d %s".formatted(target, e.code(), e.text()), e);
        }
    }

    /** Asks for a seat as matchmaking does, with a bearer token or none. */
    public Reservation ask(Method method, String target, Payload options, @Nullable String token)
            throws RefusedException {
        return engine.reserve(new JoinRequest(method, target, options, token, address, Map.of()));
    }

    /** Connects to a seat and acknowledges; the client may have been refused. */
    public HarnessClient connect(Reservation seat, @Nullable String authToken) {
        HarnessClient client = new HarnessClient(engine, seat);
        client.connect(authToken);
        return client;
    }

    /** Moves the clock of all rooms on. */
    public RoomHarness advance(Duration time) {
        engine.advance(time);
        return this;
    }

    /** As {@link #advance(Duration)}, in milliseconds. */
    public RoomHarness advance(long millis) {
        return advance(Duration.ofMillis(millis));
    }

    /** The rooms that run, as operators see them. */
    public List<RoomInfo> rooms() {
        return engine.rooms();
    }

    /** The rooms as rooms and services see them; its stages are complete when they are given. */
    public Matchmaking matchmaking() {
        return engine.matchmaking();
    }

    /** What keeps the rooms from being parked, a sentence each. */
    public List<String> obstacles() {
        return engine.obstacles();
    }

    /** Puts all rooms into parcels, as when another version of the engine is to take them; none is left. */
    public Map<String, Parcel> park() {
        return engine.park();
    }

    /** Goes on with rooms that were parked; those parked here have their clients again. */
    public RoomHarness take(Map<String, Parcel> parcels) {
        engine.take(parcels);
        return this;
    }

    /** Replaces the engine under all rooms: they are parked, and made again by another. */
    public RoomHarness swapEngine() {
        return take(park());
    }

    /** Takes the server down; clients are closed with this code. */
    public void shutdown(int closeCode) {
        engine.shutdown(closeCode);
    }

    ManualEngine engine() {
        return engine;
    }
}
