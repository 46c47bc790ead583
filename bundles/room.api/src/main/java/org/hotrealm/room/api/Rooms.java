package org.hotrealm.room.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** The rooms of this node and the way into all rooms of the cluster. Any thread; nothing here blocks. */
@ProviderType
public interface Rooms {

    /**
     * Finds or makes a room and reserves a seat in it, here or on another node.
     *
     * @return completes with the reservation, or exceptionally with a {@link RefusedException}
     */
    CompletionStage<Reservation> reserve(JoinRequest request);

    /**
     * Takes a reserved or held seat with a connection. The link hears of success ({@link SeatLink#joined}) or failure
     * ({@link SeatLink#refused}) later.
     */
    SeatInput connect(Claim claim, SeatLink link);

    /**
     * Gives a connection whose room stood still its seat again. The link hears by {@link SeatLink#resumed} when the room goes
     * on, or is closed where the room or the seat is not there any more.
     */
    default void resume(String roomId, String sessionId, SeatLink link) {
        link.close(4010, "the room is not here any more; come back");
    }

    /** Whether these rooms stand still for a swap: who wants a seat should ask again in a moment. */
    default boolean renewing() {
        return false;
    }

    /** How hard this node works. */
    default Overload overload() {
        return Overload.NONE;
    }

    /** The seats of a room of this node, in order of joining; none where there is no such room here. */
    default CompletionStage<List<SeatInfo>> seats(String roomId) {
        return CompletableFuture.completedFuture(List.of());
    }

    /**
     * Ends a client's seat in a room of this node; its connection is closed with this code and reason.
     *
     * @return completes with whether there was such a seat
     */
    default CompletionStage<Boolean> kick(String roomId, String sessionId, int closeCode, String reason) {
        return CompletableFuture.completedFuture(false);
    }

    /**
     * Moves a room of this node to another node of the cluster while people play: it stands still between two ticks, goes over
     * as a parcel with everything that belongs to it, its pins included, and goes on there with the next tick. Its clients'
     * connections stay, and are served through this node. It is on one of the two nodes at the end, whatever fails; where it
     * cannot move it goes on here.
     *
     * @param nodeId the other node's {@link #processId}
     * @param within how long it may take to a standstill, and the other node to take it
     * @return completes when it runs there, or exceptionally with a {@link RefusedException} that says why it stays
     */
    default CompletionStage<Moved> move(String roomId, String nodeId, Duration within) {
        return CompletableFuture.failedFuture(
                new RefusedException(RefusedException.UNAVAILABLE, "these rooms cannot be moved"));
    }

    /**
     * A room that has moved.
     *
     * @param room its id
     * @param node where it runs now
     * @param clients the connections that were handed over
     * @param frozenNanos from its standstill until this node knew that it goes on
     */
    record Moved(String room, String node, int clients, long frozenNanos) {}

    /** What is running on this node. */
    List<RoomInfo> list();

    /** This node's identity in the cluster: 9 characters, new at every start. */
    String processId();

    /** Takes no more joins, tells every room and closes its clients with this code, within the time given. */
    CompletionStage<Void> drain(int closeCode, Duration within);

    /** Whether {@link #drain} was called. */
    boolean draining();
}
