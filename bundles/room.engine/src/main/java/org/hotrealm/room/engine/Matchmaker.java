package org.hotrealm.room.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Matching;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.RoomEntry;
import org.hotrealm.room.api.RoomQuery;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.engine.SeatCalls.Place;
import org.jspecify.annotations.Nullable;

/** Finds or makes a room for a client and reserves its seat. Runs on virtual threads and may wait there. */
final class Matchmaker {

    private static final long PATIENCE_MILLIS = 5_000;
    /** Rooms tried one after the other before it is said that there is none. */
    private static final int MOST_TRIED = 50;

    /** Rooms made for one client before it is told that they were full. */
    private static final int MOST_MADE = 10;

    private final RoomTable rooms;
    private final Directory directory;
    private final SeatCalls seats;
    private final Market market;
    private final Founder founder;
    private final Turns turns = new Turns();

    Matchmaker(RoomTable rooms, Directory directory, SeatCalls seats, Market market, Founder founder) {
        this.rooms = rooms;
        this.directory = directory;
        this.seats = seats;
        this.market = market;
        this.founder = founder;
    }

    Reservation reserve(JoinRequest request) throws RefusedException {
        return switch (request.method()) {
            case JOIN_BY_ID -> byId(request);
            case RECONNECT -> reconnect(request);
            case JOIN_OR_CREATE, CREATE, JOIN -> byName(request);
        };
    }

    private Reservation byName(JoinRequest request) throws RefusedException {
        RoomType type = (RoomType) rooms.type(request.target()).service();
        Guest guest = new Guest(null, request.options(), authenticate(type, request));
        if (request.method() == JoinRequest.Method.CREATE) {
            return create(request, guest);
        }
        Matching matching = type.matching();
        Payload filter = Founder.filter(matching, request.options());
        Reservation found = join(request, guest, matching, filter);
        if (found != null) {
            return found;
        }
        if (request.method() == JoinRequest.Method.JOIN) {
            throw new RefusedException(RefusedException.INVALID_CRITERIA, "no rooms found with provided criteria");
        }
        String turn = request.target() + ListingText.write(filter.value());
        String owner = directory.processId() + "-" + Thread.currentThread().threadId();
        return turns.take(turn, directory.cluster(), owner, () -> {
            Reservation meanwhile = join(request, guest, matching, filter);
            return meanwhile == null ? create(request, guest) : meanwhile;
        });
    }

    private @Nullable Reservation join(JoinRequest request, Guest guest, Matching matching, Payload filter)
            throws RefusedException {
        RoomQuery query = new RoomQuery(request.target(), filter, true, matching.sortBy(), MOST_TRIED);
        if (matching.sortBy().isEmpty()) {
            // Those of this node need no look at the cluster.
            Reservation here = first(here(query), request, guest);
            if (here != null) {
                return here;
            }
        }
        return first(get(market.find(query).toCompletableFuture()), request, guest);
    }

    private List<RoomEntry> here(RoomQuery query) {
        return rooms.all().stream()
                .map(Entries::of)
                .filter(query::matches)
                .sorted(Entries.order(query.sortBy()))
                .limit(query.most())
                .toList();
    }

    /** A seat in the first of these that gives one: another may have filled up, been locked or ended meanwhile. */
    private @Nullable Reservation first(List<RoomEntry> candidates, JoinRequest request, Guest guest)
            throws RefusedException {
        RefusedException overloaded = null;
        for (RoomEntry entry : candidates) {
            try {
                ActiveRoom room = rooms.byId(entry.roomId());
                if (room != null) {
                    return get(seats.seat(room, guest, request.address()));
                }
                return get(seats.seat(place(entry), guest, request.address()));
            } catch (RefusedException e) {
                if (e.code() == JoinLimits.TOO_MANY) {
                    throw e;
                }
                overloaded = e.code() == RefusedException.UNAVAILABLE ? e : overloaded;
            }
        }
        if (overloaded != null && request.method() == JoinRequest.Method.JOIN) {
            throw overloaded;
        }
        return null;
    }

    private static Place place(RoomEntry entry) {
        return new Place(entry.roomId(), entry.name(), entry.processId(), entry.publicAddress());
    }

    /** Others may fill a new room before whoever had it made has a seat there: he gets another. */
    private Reservation create(JoinRequest request, Guest guest) throws RefusedException {
        for (int more = MOST_MADE; ; more--) {
            ActiveRoom room = get(founder.found(request.target(), request.options(), request.address()));
            try {
                return get(seats.seat(room, guest, request.address()));
            } catch (RefusedException e) {
                boolean filled = e.code() == RefusedException.INVALID_ROOM_ID && !room.shown().locked;
                if (!filled || more == 1) {
                    throw e;
                }
            }
        }
    }

    private Reservation byId(JoinRequest request) throws RefusedException {
        ActiveRoom room = rooms.byId(request.target());
        if (room != null) {
            return get(seats.seat(room, guest(room.type(), request), request.address()));
        }
        Place place = get(market.place(request.target()));
        return get(seats.seat(place, guest(place.name(), request), request.address()));
    }

    private Guest guest(String typeName, JoinRequest request) throws RefusedException {
        return new Guest(
                null,
                request.options(),
                authenticate((RoomType) rooms.type(typeName).service(), request));
    }

    private Reservation reconnect(JoinRequest request) throws RefusedException {
        if (!(request.options().field("reconnectionToken") instanceof String token)) {
            throw new RefusedException(
                    RefusedException.UNHANDLED, "'reconnectionToken' must be provided for reconnection.");
        }
        ActiveRoom room = rooms.byId(request.target());
        return get(room != null ? seats.held(room, token) : seats.held(get(market.place(request.target())), token));
    }

    private static Payload authenticate(RoomType type, JoinRequest request) throws RefusedException {
        try {
            return type.authenticate(request);
        } catch (RuntimeException | Error e) {
            throw new RefusedException(RefusedException.UNHANDLED, "the authentication failed on the server");
        }
    }

    /** Waits for a result; what went wrong comes back as what the client is told. */
    static <T> T get(CompletableFuture<T> future) throws RefusedException {
        try {
            return future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable why = Market.refusedOf(e.getCause() == null ? e : e.getCause());
            if (why instanceof RefusedException refused) {
                throw refused;
            }
            if (why instanceof TimeoutException) {
                throw busy();
            }
            throw new RefusedException(RefusedException.UNHANDLED, "the server failed: " + why);
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
