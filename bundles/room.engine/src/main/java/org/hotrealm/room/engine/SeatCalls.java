package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.jspecify.annotations.Nullable;

/** Seats and calls in rooms of this node and of others, alike for whoever asks. Any thread; nothing blocks. */
final class SeatCalls {

    /** Reserve a client's seat: room, options, auth, address. */
    static final String SEAT = "room.seat";
    /** Reserve seats for guests: room, origin, then session, options and auth of each. */
    static final String GUESTS = "room.guests";
    /** Find a held seat: room, token. */
    static final String HELD = "room.held";
    /** Call a room: room, method, arguments. */
    static final String CALL = "room.call";

    /** How long another node may take to answer. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RoomTable rooms;
    private final Directory directory;
    private final JoinLimits limits;
    private final Load load;

    SeatCalls(RoomTable rooms, Directory directory, JoinLimits limits, Load load) {
        this.rooms = rooms;
        this.directory = directory;
        this.limits = limits;
        this.load = load;
    }

    CompletableFuture<Reservation> seat(ActiveRoom room, Guest guest, String address) {
        try {
            limits.requireSeat(address);
            load.requireSeat(address);
        } catch (RefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
        return rooms.onRoom(room, () -> room.seatTable().reserve(guest, address))
                .thenApply(
                        session -> new Reservation(room.type(), room.id(), session, directory.processId(), null, null));
    }

    CompletableFuture<Reservation> seat(Place place, Guest guest, String address) {
        return remote(place, SEAT, guest.options(), guest.auth(), address)
                .thenApply(fields -> reservation(place, String.valueOf(fields.get(0)), null));
    }

    CompletableFuture<Reservation> held(ActiveRoom room, String token) {
        return rooms.onRoom(room, () -> room.seatTable().held(token))
                .thenApply(session ->
                        new Reservation(room.type(), room.id(), session, directory.processId(), null, token));
    }

    CompletableFuture<Reservation> held(Place place, String token) {
        return remote(place, HELD, token).thenApply(fields -> reservation(place, String.valueOf(fields.get(0)), token));
    }

    CompletableFuture<List<Reservation>> guests(ActiveRoom room, List<Guest> guests, String from) {
        return rooms.onRoom(room, () -> room.seatTable().reserveAll(guests, from));
    }

    CompletableFuture<List<Reservation>> guests(Place place, List<Guest> guests, String from) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(from);
        for (Guest guest : guests) {
            arguments.add(guest.sessionId());
            arguments.add(guest.options());
            arguments.add(guest.auth());
        }
        return remote(place, GUESTS, arguments.toArray())
                .thenApply(sessions -> sessions.stream()
                        .map(session -> reservation(place, String.valueOf(session), null))
                        .toList());
    }

    CompletableFuture<Payload> call(ActiveRoom room, String method, Payload arguments) {
        return rooms.onRoom(
                room,
                () -> method.equals(Travels.ARRIVED)
                        ? Travels.left(room, arguments)
                        : room.hooks().called(method, arguments));
    }

    CompletableFuture<Payload> call(Place place, String method, Payload arguments) {
        return remote(place, CALL, method, arguments).thenApply(fields -> Payload.of(fields.get(0)));
    }

    private CompletableFuture<List<@Nullable Object>> remote(
            Place place, String operation, @Nullable Object... arguments) {
        Cluster cluster = directory.cluster();
        if (cluster == null) {
            return CompletableFuture.failedFuture(
                    new RefusedException(RefusedException.UNAVAILABLE, "this node has no cluster"));
        }
        @Nullable Object[] all = new Object[arguments.length + 1];
        all[0] = place.roomId();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return cluster.call(place.nodeId(), operation, CallBytes.write(all), PATIENCE)
                .toCompletableFuture()
                .thenApply(CallBytes::read);
    }

    private static Reservation reservation(Place place, String session, @Nullable String token) {
        return new Reservation(place.name(), place.roomId(), session, place.nodeId(), place.address(), token);
    }

    /** Where a room of another node is. */
    record Place(
            String roomId,
            String name,
            String nodeId,
            @Nullable String address) {}
}
