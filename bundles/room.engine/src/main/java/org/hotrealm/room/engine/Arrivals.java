package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.cluster.api.RemoteFailure;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rooms of other nodes that move here; the other half of {@link Moves}. Any thread; nothing blocks. */
final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final RoomTable rooms;
    private final Behaviours behaviours;
    private final Directory directory;
    private final Fence fence;
    private final EngineMeters meters;

    Arrivals(RoomTable rooms, Behaviours behaviours, Directory directory, EngineMeters meters) {
        this.rooms = rooms;
        this.behaviours = behaviours;
        this.directory = directory;
        this.fence = new Fence(directory);
        this.meters = meters;
    }

    List<Registration> serve(Cluster cluster, String processId) {
        return List.of(
                cluster.serve(processId, Moves.FITS, this::fits), cluster.serve(processId, Moves.TAKE, this::take));
    }

    private CompletableFuture<byte[]> fits(byte[] request) {
        List<@Nullable Object> fields = CallBytes.read(request);
        List<Pin> pins = new ArrayList<>();
        for (int i = 1; i + 2 < fields.size(); i += 3) {
            pins.add(new Pin(text(fields, i), text(fields, i + 1), text(fields, i + 2)));
        }
        List<String> against = against(pins);
        return CompletableFuture.completedFuture(CallBytes.write(against.toArray()));
    }

    private static String text(List<@Nullable Object> fields, int at) {
        return String.valueOf(fields.get(at));
    }

    /** A room keeps its versions; which others there are tells what to do. */
    private List<String> against(List<Pin> pins) {
        List<String> found = new ArrayList<>();
        if (rooms.isFull()) {
            found.add("it runs as many rooms as it may");
        }
        for (Pin pin : pins) {
            if (behaviours.find(pin).isEmpty()) {
                List<String> others = behaviours.all().stream()
                        .filter(other -> other.system().equals(pin.system()))
                        .map(Pin::version)
                        .toList();
                found.add("the room runs %s %s of %s, which that node has %s; swap it in there first"
                        .formatted(
                                pin.system(),
                                pin.version(),
                                pin.bundle(),
                                others.isEmpty() ? "not at all" : "only as " + String.join(", ", others)));
            }
        }
        return found;
    }

    private CompletableFuture<byte[]> take(byte[] request) {
        List<@Nullable Object> fields = CallBytes.read(request);
        String move = text(fields, 0);
        String from = text(fields, 1);
        long late = ((Number) required(fields, 2)).longValue();
        int schema = ((Number) required(fields, 4)).intValue();
        Parcel parcel = new Parcel(text(fields, 3), schema, (byte[]) required(fields, 5));
        Fields room = Snapshot.open(parcel);
        List<String> against = against(RoomParcel.pinned(room));
        if (!against.isEmpty()) {
            throw new RemoteFailure(RefusedException.UNAVAILABLE, String.join("; ", against));
        }
        Sleeper sleeper = new Sleeper(room.text("id"), room.text("type"), parcel, System.nanoTime(), late, Map.of());
        return rooms.dormitory()
                .loners()
                .take(sleeper, () -> fence.claim(move))
                .thenCompose(taken -> taken == null ? notMine() : arrived(taken, from));
    }

    private static Object required(List<@Nullable Object> fields, int at) {
        Object value = fields.get(at);
        if (value == null) {
            throw new IllegalArgumentException("field %d of a move is missing".formatted(at));
        }
        return value;
    }

    private static CompletableFuture<byte[]> notMine() {
        return CompletableFuture.failedFuture(
                new RemoteFailure(RefusedException.UNAVAILABLE, "it came too late: the room has gone on where it was"));
    }

    private CompletableFuture<byte[]> arrived(ActiveRoom room, String from) {
        meters.arrived();
        LOG.info(
                "Room '{}' ({}) has come from node '{}' and goes on at tick {}, {}",
                room.id(),
                room.type(),
                from,
                room.info().tick(),
                room.pins().values());
        return directory.listed(room).thenApply(done -> CallBytes.write());
    }
}
