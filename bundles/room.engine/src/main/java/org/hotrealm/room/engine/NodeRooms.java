package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Overload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.SeatInfo;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rooms of this node as the network sees them. Any thread. */
final class NodeRooms implements Rooms {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRooms.class);
    /** How long a request for a seat waits for rooms that stand still. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Host host;
    private final Elsewhere elsewhere;
    private volatile boolean draining;

    NodeRooms(Host host) {
        this.host = host;
        this.elsewhere = new Elsewhere(host);
    }

    @Override
    public CompletionStage<Reservation> reserve(JoinRequest request) {
        if (draining) {
            host.meters().refused(RefusedException.UNAVAILABLE);
            return CompletableFuture.failedFuture(
                    new RefusedException(RefusedException.UNAVAILABLE, "the server is shutting down"));
        }
        CompletableFuture<Reservation> done = new CompletableFuture<>();
        host.waiting().execute(() -> {
            try {
                done.complete(find(request));
                host.meters().joined();
            } catch (RefusedException e) {
                host.meters().refused(e.code());
                done.completeExceptionally(e);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A request for a seat failed: {}", request.target(), e);
                host.meters().refused(RefusedException.UNHANDLED);
                done.completeExceptionally(
                        new RefusedException(RefusedException.UNHANDLED, "the server failed to find a seat"));
            }
        });
        return done;
    }

    /** Who meets a room that comes to a standstill this very moment asks again when it goes on. */
    private Reservation find(JoinRequest request) throws RefusedException {
        dormitory().await(PATIENCE);
        host.moves().await(request.target(), PATIENCE);
        try {
            return host.matchmaker().reserve(request);
        } catch (RefusedException e) {
            if (!dormitory().renewing()) {
                throw e;
            }
            dormitory().await(PATIENCE);
            return host.matchmaker().reserve(request);
        }
    }

    private Dormitory dormitory() {
        return host.rooms().dormitory();
    }

    @Override
    public SeatInput connect(Claim claim, SeatLink link) {
        return host.rooms().knows(claim.roomId())
                ? Connecting.connect(host.rooms(), claim, link)
                : elsewhere.connect(claim, link);
    }

    @Override
    public CompletionStage<Moved> move(String roomId, String nodeId, Duration within) {
        return host.moves().move(roomId, nodeId, within);
    }

    @Override
    public void resume(String roomId, String sessionId, SeatLink link) {
        Connecting.resume(host.rooms(), roomId, sessionId, link);
    }

    @Override
    public boolean renewing() {
        return dormitory().renewing();
    }

    @Override
    public List<RoomInfo> list() {
        return host.rooms().all().stream().map(ActiveRoom::info).toList();
    }

    @Override
    public Overload overload() {
        return host.load().now();
    }

    @Override
    public CompletionStage<List<SeatInfo>> seats(String roomId) {
        ActiveRoom room = host.rooms().byId(roomId);
        return room == null
                ? CompletableFuture.completedFuture(List.of())
                : host.rooms()
                        .onRoom(
                                room,
                                () -> room.seatTable().all().stream()
                                        .map(seat -> seat.info(roomId))
                                        .toList());
    }

    @Override
    public CompletionStage<Boolean> kick(String roomId, String sessionId, int closeCode, String reason) {
        ActiveRoom room = host.rooms().byId(roomId);
        return room == null
                ? CompletableFuture.completedFuture(false)
                : host.rooms().onRoom(room, () -> kick(room, sessionId, closeCode, reason));
    }

    private static boolean kick(ActiveRoom room, String sessionId, int closeCode, String reason) {
        RoomSeat seat = room.seatTable().find(sessionId);
        if (seat == null) {
            return false;
        }
        LOG.info("Client {} is taken out of room '{}' by an operator: {}", sessionId, room.id(), reason);
        room.seatTable().departure().close(seat, closeCode, reason);
        return true;
    }

    @Override
    public String processId() {
        return host.processId();
    }

    @Override
    public CompletionStage<Void> drain(int closeCode, Duration within) {
        draining = true;
        host.directory().announce(node());
        return Shutdown.of(host.rooms().all(), closeCode, within);
    }

    @Override
    public boolean draining() {
        return draining;
    }

    NodeInfo node() {
        List<ActiveRoom> rooms = host.rooms().all();
        int clients =
                rooms.stream().mapToInt(room -> room.seatTable().connected()).sum();
        return new NodeInfo(host.processId(), host.directory().address(), rooms.size(), clients, draining);
    }
}
