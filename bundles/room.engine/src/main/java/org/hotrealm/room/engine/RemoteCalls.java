package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.cluster.api.RemoteFailure;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.jspecify.annotations.Nullable;

/** What other nodes ask of this one: a seat in a room of it, or the held seat of a token. */
final class RemoteCalls {

    /** Reserve a seat: room id, options, auth. */
    static final String SEAT = "room.seat";
    /** Find a held seat: room id, token. */
    static final String HELD = "room.held";

    private final RoomTable rooms;
    private final Matchmaker matchmaker;

    RemoteCalls(RoomTable rooms, Matchmaker matchmaker) {
        this.rooms = rooms;
        this.matchmaker = matchmaker;
    }

    List<Registration> serve(Cluster cluster) {
        List<Registration> served = new ArrayList<>();
        served.add(cluster.serve(rooms.processId(), SEAT, request -> answer(request, false)));
        served.add(cluster.serve(rooms.processId(), HELD, request -> answer(request, true)));
        return served;
    }

    private CompletionStage<byte[]> answer(byte[] request, boolean held) {
        try {
            List<@Nullable Object> fields = PayloadBytes.read(request);
            ActiveRoom room = rooms.byId(String.valueOf(fields.get(0)));
            if (room == null) {
                throw new RefusedException(
                        RefusedException.INVALID_ROOM_ID, "room \"%s\" not found".formatted(fields.get(0)));
            }
            Reservation seat = held
                    ? matchmaker.held(room, String.valueOf(fields.get(1)))
                    : matchmaker.seat(room, Payload.of(fields.get(1)), Payload.of(fields.get(2)));
            return CompletableFuture.completedFuture(PayloadBytes.write(seat.sessionId(), seat.reconnectionToken()));
        } catch (RefusedException e) {
            throw new RemoteFailure(e.code(), e.text());
        }
    }
}
