package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.cluster.api.RemoteFailure;
import org.hotrealm.room.api.Guest;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.jspecify.annotations.Nullable;

/** What other nodes ask of the rooms of this one. */
final class RemoteCalls {

    private final RoomTable rooms;
    private final SeatCalls seats;
    private final Moves moves;
    private final Arrivals arrivals;
    private final String processId;

    RemoteCalls(RoomTable rooms, SeatCalls seats, Moves moves, Arrivals arrivals, String processId) {
        this.rooms = rooms;
        this.seats = seats;
        this.moves = moves;
        this.arrivals = arrivals;
        this.processId = processId;
    }

    List<Registration> serve(Cluster cluster) {
        List<Registration> served = new ArrayList<>();
        served.add(serve(cluster, SeatCalls.SEAT, this::seat));
        served.add(serve(cluster, SeatCalls.GUESTS, this::guests));
        served.add(serve(cluster, SeatCalls.HELD, this::held));
        served.add(serve(cluster, SeatCalls.CALL, this::call));
        served.addAll(arrivals.serve(cluster, processId));
        return served;
    }

    private Registration serve(Cluster cluster, String name, Operation operation) {
        return cluster.serve(processId, name, request -> answer(cluster, name, operation, request));
    }

    private CompletionStage<byte[]> answer(Cluster cluster, String name, Operation operation, byte[] request) {
        List<@Nullable Object> fields = CallBytes.read(request);
        String roomId = String.valueOf(fields.getFirst());
        CompletableFuture<String> node = rooms.byId(roomId) == null ? moves.whereabouts(roomId) : null;
        return node == null
                ? here(roomId, operation, fields)
                : node.thenCompose(where -> where.equals(processId)
                        ? here(roomId, operation, fields)
                        : cluster.call(where, name, request, SeatCalls.PATIENCE));
    }

    private CompletionStage<byte[]> here(String roomId, Operation operation, List<@Nullable Object> fields) {
        ActiveRoom room = rooms.byId(roomId);
        if (room == null) {
            throw new RemoteFailure(RefusedException.INVALID_ROOM_ID, "room \"%s\" not found".formatted(roomId));
        }
        return operation.on(room, fields).exceptionally(failure -> {
            Throwable why = Errands.unwrap(failure);
            if (why instanceof RefusedException refused) {
                throw new RemoteFailure(refused.code(), refused.text());
            }
            throw new RemoteFailure(RefusedException.UNHANDLED, String.valueOf(why));
        });
    }

    private CompletableFuture<byte[]> seat(ActiveRoom room, List<@Nullable Object> fields) {
        Guest guest = new Guest(null, Payload.of(fields.get(1)), Payload.of(fields.get(2)));
        return seats.seat(room, guest, String.valueOf(fields.get(3)))
                .thenApply(seat -> CallBytes.write(seat.sessionId()));
    }

    private CompletableFuture<byte[]> guests(ActiveRoom room, List<@Nullable Object> fields) {
        List<Guest> guests = new ArrayList<>();
        for (int i = 2; i + 2 < fields.size(); i += 3) {
            String session = fields.get(i) instanceof String text ? text : null;
            guests.add(new Guest(session, Payload.of(fields.get(i + 1)), Payload.of(fields.get(i + 2))));
        }
        return seats.guests(room, guests, String.valueOf(fields.get(1)))
                .thenApply(given -> CallBytes.write(
                        given.stream().map(Reservation::sessionId).toArray()));
    }

    private CompletableFuture<byte[]> held(ActiveRoom room, List<@Nullable Object> fields) {
        return seats.held(room, String.valueOf(fields.get(1))).thenApply(seat -> CallBytes.write(seat.sessionId()));
    }

    private CompletableFuture<byte[]> call(ActiveRoom room, List<@Nullable Object> fields) {
        return seats.call(room, String.valueOf(fields.get(1)), Payload.of(fields.get(2)))
                .thenApply(CallBytes::write);
    }

    private interface Operation {
        CompletableFuture<byte[]> on(ActiveRoom room, List<@Nullable Object> fields);
    }
}
