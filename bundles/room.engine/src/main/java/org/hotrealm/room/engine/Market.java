package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.RemoteFailure;
import org.hotrealm.cluster.api.RoomListing;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.RoomEntry;
import org.hotrealm.room.api.RoomQuery;
import org.hotrealm.room.engine.SeatCalls.Place;
import org.jspecify.annotations.Nullable;

/** The rooms of all nodes, as rooms and services see them. Any thread; nothing blocks. */
final class Market implements Matchmaking {

    private final RoomTable rooms;
    private final Directory directory;
    private final SeatCalls seats;
    private final Founder founder;

    Market(RoomTable rooms, Directory directory, SeatCalls seats, Founder founder) {
        this.rooms = rooms;
        this.directory = directory;
        this.seats = seats;
        this.founder = founder;
    }

    @Override
    public CompletionStage<List<RoomEntry>> find(RoomQuery query) {
        return others(query.name()).thenApply(found -> {
            List<RoomEntry> all = new ArrayList<>(found);
            rooms.all().forEach(room -> all.add(Entries.of(room)));
            return all.stream()
                    .filter(query::matches)
                    .sorted(Entries.order(query.sortBy()))
                    .limit(query.most())
                    .toList();
        });
    }

    @Override
    public long changes() {
        return directory.changes();
    }

    /** The rooms of other nodes. */
    private CompletionStage<List<RoomEntry>> others(@Nullable String name) {
        Cluster cluster = directory.cluster();
        if (cluster == null || !cluster.distributed()) {
            return CompletableFuture.completedStage(List.of());
        }
        CompletionStage<List<RoomListing>> listed =
                name == null ? cluster.rooms().all() : cluster.rooms().byName(name);
        return listed.thenApply(all -> all.stream()
                .filter(listing -> !listing.nodeId().equals(directory.processId()))
                .map(Entries::of)
                .toList());
    }

    @Override
    public CompletionStage<RoomEntry> create(String name, Payload options) {
        return founder.found(name, options, "").thenApply(Entries::of);
    }

    @Override
    public CompletionStage<List<Reservation>> reserve(String roomId, List<Guest> guests) {
        return reserve(roomId, guests, "");
    }

    /** As {@link Matchmaking#reserve}, for clients that come from another room. */
    CompletionStage<List<Reservation>> reserve(String roomId, List<Guest> guests, String from) {
        return inRoom(roomId, room -> seats.guests(room, guests, from), place -> seats.guests(place, guests, from));
    }

    @Override
    public CompletionStage<Payload> call(String roomId, String method, Payload arguments, Duration within) {
        if (method.startsWith("#")) {
            return CompletableFuture.failedFuture(new RefusedException(
                    RefusedException.NO_HANDLER, "calls such as \"%s\" are the engine's own".formatted(method)));
        }
        return callRoom(roomId, method, arguments, within);
    }

    CompletableFuture<Payload> callRoom(String roomId, String method, Payload arguments, Duration within) {
        return inRoom(
                        roomId,
                        room -> seats.call(room, method, arguments),
                        place -> seats.call(place, method, arguments))
                .copy()
                .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusal(roomId, within, failure)));
    }

    private static Throwable refusal(String roomId, Duration within, Throwable failure) {
        Throwable why = Errands.unwrap(failure);
        return why instanceof TimeoutException
                ? new RefusedException(
                        RefusedException.UNAVAILABLE,
                        "room \"%s\" did not answer within %d ms".formatted(roomId, within.toMillis()))
                : why;
    }

    private <T> CompletableFuture<T> inRoom(
            String roomId,
            Function<ActiveRoom, CompletableFuture<T>> here,
            Function<Place, CompletableFuture<T>> there) {
        ActiveRoom room = rooms.byId(roomId);
        if (room != null) {
            return here.apply(room);
        }
        return place(roomId)
                .thenCompose(there)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(refusedOf(failure)));
    }

    /** What another node answered, as it would have been said here. */
    static Throwable refusedOf(Throwable failure) {
        Throwable why = Errands.unwrap(failure);
        if (why instanceof RemoteFailure remote) {
            int code = remote.code() == 0 ? RefusedException.UNHANDLED : remote.code();
            return new RefusedException(code, String.valueOf(remote.getMessage()));
        }
        return why;
    }

    /** Where another node runs this room. */
    CompletableFuture<Place> place(String roomId) {
        RefusedException unknown =
                new RefusedException(RefusedException.INVALID_ROOM_ID, "room \"%s\" not found".formatted(roomId));
        Cluster cluster = directory.cluster();
        if (cluster == null || !cluster.distributed()) {
            return CompletableFuture.failedFuture(unknown);
        }
        return cluster.rooms()
                .byId(roomId)
                .toCompletableFuture()
                .thenCompose(found -> found.filter(listing -> !listing.nodeId().equals(directory.processId()))
                        .map(listing -> CompletableFuture.completedFuture(
                                new Place(listing.roomId(), listing.name(), listing.nodeId(), listing.address())))
                        .orElseGet(() -> CompletableFuture.failedFuture(unknown)));
    }
}
