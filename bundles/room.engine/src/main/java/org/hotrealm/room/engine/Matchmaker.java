package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.RemoteFailure;
import org.hotrealm.cluster.api.RoomListing;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.RoomType;
import org.jspecify.annotations.Nullable;

/** Finds or makes a room for a client and reserves its seat. Runs on virtual threads and may wait there. */
final class Matchmaker {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RoomTable rooms;
    private final Map<String, ReentrantLock> byName = new ConcurrentHashMap<>();

    Matchmaker(RoomTable rooms) {
        this.rooms = rooms;
    }

    Reservation reserve(JoinRequest request) throws RefusedException {
        return switch (request.method()) {
            case JOIN_BY_ID -> byId(request);
            case RECONNECT -> reconnect(request);
            case JOIN_OR_CREATE, CREATE, JOIN -> byName(request);
        };
    }

    private Reservation byName(JoinRequest request) throws RefusedException {
        Binding type = rooms.type(request.target());
        Payload auth = authenticate(type, request);
        if (request.method() == JoinRequest.Method.CREATE) {
            return create(type, request, auth);
        }
        // One at a time per name, so that two who come together meet in one room.
        ReentrantLock lock = byName.computeIfAbsent(request.target(), name -> new ReentrantLock());
        lock.lock();
        try {
            Reservation found = join(request, auth);
            if (found != null) {
                return found;
            }
            if (request.method() == JoinRequest.Method.JOIN) {
                throw new RefusedException(RefusedException.INVALID_CRITERIA, "no rooms found with provided criteria");
            }
            return create(type, request, auth);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Reservation join(JoinRequest request, Payload auth) throws RefusedException {
        for (ActiveRoom room : rooms.open(request.target())) {
            try {
                return seat(room, request.options(), auth);
            } catch (RefusedException e) {
                // It filled up, was locked or ended meanwhile: the next one may do.
                continue;
            }
        }
        Cluster cluster = rooms.cluster();
        if (cluster == null || !cluster.distributed()) {
            return null;
        }
        for (RoomListing listing : get(cluster.rooms().byName(request.target()).toCompletableFuture())) {
            boolean open = !listing.locked() && !listing.unlisted() && listing.clients() < listing.maxClients();
            if (open && !listing.nodeId().equals(rooms.processId())) {
                try {
                    return remote(cluster, listing, RemoteCalls.SEAT, request.options(), auth);
                } catch (RefusedException e) {
                    continue;
                }
            }
        }
        return null;
    }

    private Reservation create(Binding type, JoinRequest request, Payload auth) throws RefusedException {
        ActiveRoom room = get(rooms.create(type, request.options()));
        return seat(room, request.options(), auth);
    }

    private Reservation byId(JoinRequest request) throws RefusedException {
        ActiveRoom room = rooms.byId(request.target());
        if (room != null) {
            Payload auth = authenticate(rooms.type(room.type()), request);
            return seat(room, request.options(), auth);
        }
        RoomListing listing = listing(request.target());
        Payload auth = authenticate(rooms.type(listing.name()), request);
        return remote(rooms.clusterOrThrow(), listing, RemoteCalls.SEAT, request.options(), auth);
    }

    private Reservation reconnect(JoinRequest request) throws RefusedException {
        if (!(request.options().field("reconnectionToken") instanceof String token)) {
            throw new RefusedException(
                    RefusedException.UNHANDLED, "'reconnectionToken' must be provided for reconnection.");
        }
        ActiveRoom room = rooms.byId(request.target());
        if (room != null) {
            return held(room, token);
        }
        return remote(
                rooms.clusterOrThrow(), listing(request.target()), RemoteCalls.HELD, Payload.of(token), Payload.NONE);
    }

    private RoomListing listing(String roomId) throws RefusedException {
        Cluster cluster = rooms.cluster();
        if (cluster != null && cluster.distributed()) {
            var found = get(cluster.rooms().byId(roomId).toCompletableFuture());
            if (found.isPresent() && !found.get().nodeId().equals(rooms.processId())) {
                return found.get();
            }
        }
        throw new RefusedException(RefusedException.INVALID_ROOM_ID, "room \"%s\" not found".formatted(roomId));
    }

    /** Reserves a seat in a room of this node. */
    Reservation seat(ActiveRoom room, Payload options, Payload auth) throws RefusedException {
        String session = get(rooms.onRoom(room, () -> room.reserve(options, auth)));
        return new Reservation(room.type(), room.id(), session, rooms.processId(), null, null);
    }

    /** Finds the held seat of a token in a room of this node. */
    Reservation held(ActiveRoom room, String token) throws RefusedException {
        String session = get(rooms.onRoom(room, () -> room.seatTable().held(token)));
        return new Reservation(room.type(), room.id(), session, rooms.processId(), null, token);
    }

    private Reservation remote(Cluster cluster, RoomListing listing, String operation, Payload options, Payload auth)
            throws RefusedException {
        byte[] request = PayloadBytes.write(listing.roomId(), options, auth);
        byte[] answer =
                get(cluster.call(listing.nodeId(), operation, request, PATIENCE).toCompletableFuture());
        List<@Nullable Object> fields = PayloadBytes.read(answer);
        return new Reservation(
                listing.name(),
                listing.roomId(),
                String.valueOf(fields.get(0)),
                listing.nodeId(),
                listing.address(),
                fields.get(1) instanceof String token ? token : null);
    }

    private static Payload authenticate(Binding type, JoinRequest request) throws RefusedException {
        try {
            return ((RoomType) type.service()).authenticate(request);
        } catch (RuntimeException | LinkageError e) {
            throw new RefusedException(RefusedException.UNHANDLED, "the authentication failed on the server");
        }
    }

    /** Waits for a result; what went wrong comes back as what the client is told. */
    static <T> T get(CompletableFuture<T> future) throws RefusedException {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof RefusedException refused) {
                throw refused;
            }
            if (cause instanceof RemoteFailure failure) {
                int code = failure.code() == 0 ? RefusedException.UNHANDLED : failure.code();
                throw new RefusedException(code, String.valueOf(failure.getMessage()));
            }
            if (cause instanceof TimeoutException) {
                throw busy();
            }
            throw new RefusedException(RefusedException.UNHANDLED, "the server failed: " + cause);
        } catch (TimeoutException e) {
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(RefusedException.UNAVAILABLE, "the server is stopping");
        }
    }

    private static RefusedException busy() {
        return new RefusedException(RefusedException.UNHANDLED, "the room did not answer in time");
    }
}
